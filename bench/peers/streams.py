"""Real streams split in order of time, and how well a command that trains and serves does on them. Needs Python only."""
import csv
import gzip
import json
import math
import os
import subprocess
import tempfile
import urllib.request

STREAMS = [
    # file, label, task, numbers, categories
    ("electricity.csv.gz", "label", "binary", ["period", "nswdemand", "vicprice", "vicdemand", "transfer"], ["day"]),
    ("flights.csv.gz", "late", "binary", ["hour", "distance"], ["weekday", "origin", "destination"]),
    ("flights.csv.gz", "arr_delay", "regression", ["hour", "distance"], ["weekday", "origin", "destination"]),
    ("bikeshare.csv", "cnt", "regression", ["temp", "atemp", "hum", "windspeed"],
     ["season", "mnth", "hr", "weekday", "holiday", "workingday", "weathersit"]),
    ("bikeshare.csv", "weathersit", "multiclass", ["temp", "atemp", "hum", "windspeed"], ["season", "mnth", "hr"]),
]


def read(path):
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def splits(rows):
    share = lambda a, b: rows[int(len(rows) * a):int(len(rows) * b)]
    yield "70 / 30", [(share(0, 0.7), share(0.7, 1))]
    yield "4 windows", [(share(a, a + 0.4), share(a + 0.4, a + 0.55)) for a in (0, 0.15, 0.3, 0.45)]


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def measures(task, positive, truth, answers, scores):
    if task == "regression":
        errors = [float(t) - float(a) for t, a in zip(truth, answers)]
        return {"MAE": mean(abs(e) for e in errors), "RMSE": math.sqrt(mean(e * e for e in errors))}
    result = {"accuracy": mean(t == a for t, a in zip(truth, answers))}
    if task == "binary":
        right = [t == positive for t in truth]
        result.update({"AUC": auc(right, scores), "log loss": log_loss(right, scores)})
    return result


def log_loss(right, scores):
    return -mean(math.log(max(s if r else 1 - s, 1e-15)) for r, s in zip(right, scores))


def auc(right, scores):
    """The share of pairs in the right order, ties half (Mann and Whitney, 1947)."""
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    below, won, i = 0, 0.0, 0
    while i < len(order):
        j = i
        while j < len(order) and scores[order[j]] == scores[order[i]]:
            j += 1
        yes = sum(right[order[k]] for k in range(i, j))
        won += yes * (below + (j - i - yes) / 2)
        below += j - i - yes
        i = j
    return won / (below * (len(order) - below))


def served(train_command, serve_command, settings, task, label, numbers, categories, train, test):
    """The measures of a model that a command trains on some rows and serves for others."""
    columns = {name: {"type": "numeric", "role": "feature"} for name in numbers}
    columns.update({name: {"type": "categorical", "role": "feature"} for name in categories})
    columns.update({name: {"role": "ignored"} for name in train[0] if name not in columns})
    columns[label] = {"role": "label", "type": "numeric" if task == "regression" else "categorical"}
    with tempfile.TemporaryDirectory() as folder:
        write(f"{folder}/train.csv", train)
        with open(f"{folder}/config.json", "w") as file:
            json.dump({"columns": columns, **settings}, file)
        subprocess.run([*train_command, "--data", f"{folder}/train.csv", "--output", f"{folder}/model", "--config", f"{folder}/config.json"],
                       check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([*serve_command, "--model", f"{folder}/model", "--port", "0", "--parent", str(os.getpid())],
                                  stdout=subprocess.PIPE, text=True)
        try:
            address = server.stdout.readline().split()[1]
            answers = []
            for at in range(0, len(test), 1000):
                rows = [{**{name: float(row[name]) for name in numbers}, **{name: row[name] for name in categories}} for row in test[at:at + 1000]]
                request = urllib.request.Request(address + "/score", json.dumps(rows).encode(), {"Content-Type": "application/json"})
                answers += json.load(urllib.request.urlopen(request))
        finally:
            server.terminate()
            server.wait()
    predictions = [a["prediction"] if task == "regression" else str(a["prediction"]) for a in answers]
    classes = sorted({row[label] for row in train})
    return measures(task, classes[-1], [row[label] for row in test], predictions, [a.get("probability") for a in answers])
