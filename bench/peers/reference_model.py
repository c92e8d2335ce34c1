"""The reference model beside scikit-learn on real streams, and on made rows for speed.

    python3 bench/peers/reference_model.py accuracy --data FOLDER --homeostat COMMAND
    python3 bench/peers/reference_model.py rows --rows 1000000 FILE
    python3 bench/peers/reference_model.py fit FILE          (scikit-learn on a file that `rows` made)
    python3 bench/peers/reference_model.py requests ADDRESS FILE   (the load on a server whose model was trained on FILE)

`accuracy`: every stream is split in order of time: once with the earlier 70 % to train on, and in four windows that move through it, each 40 % to train
on and the next 15 % to test, of which the mean is shown. scikit-learn's linear model gets numbers standardised (StandardScaler)
and categories one-hot (OneHotEncoder, unseen values ignored); ours gets the same columns with the same types, in a configuration file. Both
are measured here, on the answers to the same rows. Needs python3-sklearn and python3-pandas.
"""
import argparse
import csv
import json
import os
import time

import numpy as np

from streams import STREAMS, measures, read, served, splits


def sklearn_pipeline(task, numbers, categories):
    from sklearn.compose import ColumnTransformer
    from sklearn.linear_model import LogisticRegression, Ridge
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    inputs = ColumnTransformer([("n", StandardScaler(), numbers), ("c", OneHotEncoder(handle_unknown="ignore"), categories)])
    return make_pipeline(inputs, Ridge() if task == "regression" else LogisticRegression(max_iter=2000))


def frame(rows, numbers, categories):
    import pandas
    columns = {name: [float(row[name]) for row in rows] for name in numbers}
    columns.update({name: [row[name] for row in rows] for name in categories})
    return pandas.DataFrame(columns)


def peer(task, label, numbers, categories, train, test):
    model = sklearn_pipeline(task, numbers, categories)
    target = [float(row[label]) if task == "regression" else row[label] for row in train]
    model.fit(frame(train, numbers, categories), target)
    inputs = frame(test, numbers, categories)
    answers = list(model.predict(inputs))
    positive = sorted(set(target))[-1] if task == "binary" else None
    scores = model.predict_proba(inputs)[:, -1] if task == "binary" else None
    return measures(task, positive, [row[label] for row in test], answers, scores)


def accuracy(arguments):
    settings, command = json.loads(arguments.settings), [*arguments.homeostat.split(), "model"]
    print("| stream | label | split | measure | scikit-learn | reference model |\n|---|---|---|---|---|---|")
    for file, label, task, numbers, categories in STREAMS:
        for name, parts in splits(read(os.path.join(arguments.data, file))):
            theirs = [peer(task, label, numbers, categories, train, test) for train, test in parts]
            mine = [served([*command, "train"], [*command, "serve"], settings, task, label, numbers, categories, train, test) for train, test in parts]
            for measure in theirs[0]:
                mean = [np.mean([one[measure] for one in side]) for side in (theirs, mine)]
                print(f"| {file.split('.')[0]} | {label} | {name} | {measure} | {mean[0]:.4f} | {mean[1]:.4f} |", flush=True)


def requests(arguments):
    """Ten rows a request, four connections, the next request as soon as the last is answered."""
    import socket
    from urllib.parse import urlparse
    with open(arguments.file) as file:
        rows = [row for row, _ in zip(csv.DictReader(file), range(10))]
    body = json.dumps([{name: float(value) if name[0] == "n" else value for name, value in row.items() if name != "y"} for row in rows]).encode()
    request = b"POST /score HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    address = urlparse(arguments.address)
    connections = [socket.create_connection((address.hostname, address.port)) for _ in range(4)]
    began, times = None, []
    for turn in range(-500, arguments.requests // 4):
        if turn == 0:
            began = time.perf_counter()
        sent = time.perf_counter()
        for connection in connections:
            connection.sendall(request)
        for connection in connections:
            answer = b""
            while b"]" not in answer:
                answer += connection.recv(65536)
            assert answer.startswith(b"HTTP/1.1 200"), answer[:200]
            if turn >= 0:
                times.append(time.perf_counter() - sent)
    seconds = time.perf_counter() - began
    print(f"{len(times) / seconds:,.0f} requests/s, {10 * len(times) / seconds:,.0f} rows/s, p50 {np.percentile(times, 50) * 1000:.2f} ms, p99 {np.percentile(times, 99) * 1000:.2f} ms")


def make_rows(arguments):
    """Numbers of several shapes and categories; the label bends with some of them."""
    random = np.random.default_rng(1)
    names = [f"n{i}" for i in range(12)] + [f"c{i}" for i in range(8)] + ["y"]
    with open(arguments.file, "w") as file:
        file.write(",".join(names) + "\n")
        for begin in range(0, arguments.rows, 50_000):
            count = min(50_000, arguments.rows - begin)
            numbers = random.normal(size=(count, 12))
            numbers[:, 6:9] = np.exp(numbers[:, 6:9])
            levels = (2, 3, 5, 7, 12, 24, 50, 200)
            categories = np.column_stack([np.minimum(random.geometric(3 / size, count), size) if size > 12 else random.integers(1, size + 1, count) for size in levels])
            score = numbers[:, 0] - 0.5 * numbers[:, 1] + np.sin(2 * numbers[:, 2]) + 0.5 * np.log(numbers[:, 6]) + 0.3 * (categories[:, 3] % 3) - 0.4 * (categories[:, 7] % 2) - 0.5
            label = (random.random(count) < 1 / (1 + np.exp(-score))).astype(int)
            for n, c, y in zip(numbers, categories, label):
                file.write(",".join(f"{x:.6g}" for x in n) + "," + ",".join(f"v{x}" for x in c) + f",{y}\n")


def fit(arguments):
    import pandas
    rows = pandas.read_csv(arguments.file)
    numbers, categories = [n for n in rows if n[0] == "n"], [n for n in rows if n[0] == "c"]
    model = sklearn_pipeline("binary", numbers, categories)
    model.fit(rows, rows["y"])
    print(f"accuracy on its own rows {model.score(rows, rows['y']):.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("accuracy")
    one.add_argument("--data", required=True)
    one.add_argument("--homeostat", required=True)
    one.add_argument("--settings", default="{}")
    one.set_defaults(run=accuracy)
    two = commands.add_parser("rows")
    two.add_argument("--rows", type=int, default=1_000_000)
    two.add_argument("file")
    two.set_defaults(run=make_rows)
    three = commands.add_parser("fit")
    three.add_argument("file")
    three.set_defaults(run=fit)
    four = commands.add_parser("requests")
    four.add_argument("address")
    four.add_argument("file")
    four.add_argument("--requests", type=int, default=20_000)
    four.set_defaults(run=requests)
    arguments = parser.parse_args()
    arguments.run(arguments)


main()
