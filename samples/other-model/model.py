"""A model in Python's standard library that can take the reference model's place: logistic regression by stochastic gradient descent.

    python3 model.py train --data FILE.. --output FOLDER [--config FILE] [--seed N] [--champion FOLDER] [--trials N]
    python3 model.py serve --model FOLDER --port N [--host ADDRESS] [--parent PID]

It speaks the contract of docs/model-runtime.md: the same options, `ready ADDRESS` on standard output, POST /score and GET /health.
Two classes only. Files are CSV with a header, plain or gzip, or the manifest of a dataset that the loop assembled.
"""
import argparse
import csv
import gzip
import hashlib
import json
import math
import os
import random
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MISSING = {"", "NA", "N/A", "NaN", "null"}
POSITIVE = ["1", "true", "yes", "Yes", "YES", "positive"]
PASSES, RATE, DECAY = 10, 0.05, 1e-5


def rows_of(path):
    with (gzip.open(path, "rt", encoding="utf-8", newline="") if path.endswith(".gz") else open(path, encoding="utf-8-sig", newline="")) as file:
        yield from csv.DictReader(file)


def plain(label):
    """1, 1.0 and "1" are one label, as in the loop."""
    text = str(label).strip()
    try:
        number = float(text)
        return str(int(number)) if number == int(number) else repr(number)
    except (ValueError, OverflowError):
        return text.lower() if text.lower() in ("true", "false") else text


def read_manifest(path):
    """The training rows of a dataset, with late labels; and the names of its features."""
    with open(path, encoding="utf-8") as file:
        manifest = json.load(file)
    role = {column["role"]: column["name"] for column in manifest["columns"]}
    features = [column["name"] for column in manifest["columns"] if column["role"] == "feature"]
    folder = os.path.dirname(os.path.abspath(path))
    while not os.path.exists(os.path.join(folder, manifest["training"][0]["rows"]["name"])):
        if folder == os.path.dirname(folder):
            sys.exit(f"The files that {path} points at are not there.")
        folder = os.path.dirname(folder)
    rows = []
    for source in manifest["training"]:
        late = source.get("labels")
        labels = {row["id"]: row["label"] for row in rows_of(os.path.join(folder, late["name"]))} if late else {}
        labelled = 0
        for row in rows_of(os.path.join(folder, source["rows"]["name"])):
            label = labels.get(row.get(role.get("id")), row.get(role["label"]))
            if label is None or label in manifest["missingTokens"]:
                continue
            labelled += 1
            if labelled > source["first"] + source["count"]:
                break
            if labelled > source["first"]:
                rows.append(({name: row.get(name) for name in features}, plain(label)))
    return rows, manifest["hash"]


def read_files(paths, config):
    columns = config.get("columns", {})
    label = next((name for name, column in columns.items() if column.get("role") == "label"), None)
    if label is None:
        sys.exit('No column is the label. Name it in the configuration: { "columns": { "late": { "role": "label" } } }.')
    left_out = {name for name, column in columns.items() if column.get("role", "feature") != "feature"}
    rows, digest = [], hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            digest.update(hashlib.sha256(file.read()).digest())
        rows += [({name: value for name, value in row.items() if name not in left_out}, plain(row[label])) for row in rows_of(path) if row[label] not in MISSING]
    return rows, digest.hexdigest()


def number(value):
    try:
        result = float(value)
        return result if math.isfinite(result) else None
    except (TypeError, ValueError):
        return None


def is_missing(value):
    return value is None or value in MISSING


def parts(model, row):
    """What a row adds up: names of weights, with factors. Training and serving both come through here."""
    for name, scale in model["numbers"].items():
        value = row.get(name)
        read = None if is_missing(value) else number(value)
        if read is None:
            yield f"{name}?", 1.0
        else:
            yield name, max(-5.0, min(5.0, (read - scale[0]) / scale[1]))
    for name in model["categories"]:
        value = row.get(name)
        if isinstance(value, bool):
            value = "true" if value else "false"
        yield (f"{name}?" if is_missing(value) else f"{name}={value}"), 1.0


def probability(model, row):
    weights = model["weights"]
    score = model["bias"] + sum(weights.get(part, 0.0) * factor for part, factor in parts(model, row))
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


def prepare(rows, classes):
    numbers, categories = {}, []
    for name in rows[0][0]:
        values = [row[name] for row, _ in rows if not is_missing(row[name])]
        read = [value for value in map(number, values) if value is not None]
        if not read or len(read) < 0.99 * len(values):
            categories.append(name)
            continue
        mean = sum(read) / len(read)
        numbers[name] = [mean, math.sqrt(sum((value - mean) ** 2 for value in read) / len(read)) or 1.0]
    return {"version": 1, "classes": classes, "numbers": numbers, "categories": categories, "bias": 0.0, "weights": {}}


def learn(model, rows, seed):
    chance, weights = random.Random(seed), model["weights"]
    encoded = [(list(parts(model, row)), float(label == model["classes"][1])) for row, label in rows]
    for step in range(PASSES):
        chance.shuffle(encoded)
        rate = RATE / (1 + step)
        for row, truth in encoded:
            score = model["bias"] + sum(weights.get(part, 0.0) * factor for part, factor in row)
            error = truth - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            model["bias"] += rate * error
            for part, factor in row:
                weight = weights.get(part, 0.0)
                weights[part] = weight + rate * (error * factor - DECAY * weight)


def train(arguments):
    config = {}
    if arguments.config:
        with open(arguments.config, encoding="utf-8") as file:
            config = json.load(file)
    manifest = len(arguments.data) == 1 and arguments.data[0].endswith(".json")
    rows, digest = read_manifest(arguments.data[0]) if manifest else read_files(arguments.data, config)
    labels = {label for _, label in rows}
    if len(labels) != 2:
        sys.exit(f"This sample tells two classes apart; the {len(rows)} rows have {len(labels)}.")
    positive = next((label for label in POSITIVE if label in labels), max(labels))
    classes = [next(label for label in labels if label != positive), positive]
    cut = max(1, int(len(rows) * 0.8))
    trial = prepare(rows[:cut], classes)
    learn(trial, rows[:cut], arguments.seed)
    right = [(probability(trial, row) >= 0.5) == (label == positive) for row, label in rows[cut:]]
    model = prepare(rows, classes)
    model["dataHash"] = digest
    if arguments.champion:
        with open(os.path.join(arguments.champion, "model.json"), encoding="utf-8") as file:
            model["weights"] = json.load(file).get("weights", {})
    learn(model, rows, arguments.seed)
    os.makedirs(arguments.output, exist_ok=True)
    # The model last: a folder with it is whole.
    for name, content in [("metrics.json", {"accuracy": sum(right) / len(right)} if right else {}), ("model.json", model)]:
        temporary = os.path.join(arguments.output, f".{name}.tmp")
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
        os.replace(temporary, os.path.join(arguments.output, name))


def serve(arguments):
    with open(os.path.join(arguments.model, "model.json"), encoding="utf-8") as file:
        model = json.load(file)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self):
            known = self.path == "/health"
            self.answer(200 if known else 404, {"status": "healthy"} if known else {"error": {"code": "NotFound", "message": "Served are POST /score and GET /health."}})

        def do_POST(self):
            try:
                rows = json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)))
                if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                    raise ValueError("Rows come as one JSON array of objects.")
            except (TypeError, ValueError) as error:
                self.answer(400, {"error": {"code": "BadRows", "message": str(error)}})
                return
            self.answer(200, [self.score(row) for row in rows])

        def score(self, row):
            share = probability(model, row)
            name = model["classes"][share >= 0.5]
            return {"prediction": json.loads(name) if name in ("true", "false") or number(name) is not None else name, "probability": share}

        def answer(self, status, value):
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    def watch():
        while True:
            try:
                os.kill(arguments.parent, 0)
            except OSError:
                os._exit(0)
            time.sleep(0.2)

    server = ThreadingHTTPServer((arguments.host, arguments.port), Handler)
    if arguments.parent:
        threading.Thread(target=watch, daemon=True).start()
    print(f"ready http://{arguments.host}:{server.server_port}", flush=True)
    server.serve_forever()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("train")
    one.add_argument("--data", nargs="+", required=True)
    one.add_argument("--output", required=True)
    one.add_argument("--config")
    one.add_argument("--seed", type=int, default=0)
    one.add_argument("--champion")
    one.add_argument("--trials", type=int, default=1, help="taken, not used")
    one.set_defaults(run=train)
    two = commands.add_parser("serve")
    two.add_argument("--model", required=True)
    two.add_argument("--port", type=int, required=True)
    two.add_argument("--host", default="127.0.0.1")
    two.add_argument("--parent", type=int)
    two.set_defaults(run=serve)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
