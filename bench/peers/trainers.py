"""The trainers beside each other on real streams, in the splits of reference_model.py. Needs Python only.

    python3 bench/peers/trainers.py --data FOLDER --homeostat COMMAND --mlnet COMMAND
"""
import argparse
import os

from streams import STREAMS, mean, read, served, splits


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--homeostat", required=True)
    parser.add_argument("--mlnet", required=True)
    arguments = parser.parse_args()
    homeostat, mlnet = [*arguments.homeostat.split(), "model"], arguments.mlnet.split()
    models = [([*homeostat, "train"], [*homeostat, "serve"])] + [([*mlnet, "train", "--trainer", name], [*mlnet, "serve"]) for name in ("fasttree", "sdca")]
    print("| stream | label | split | measure | reference model | FastTree | SDCA |\n|---|---|---|---|---|---|---|")
    for file, label, task, numbers, categories in STREAMS:
        for name, parts in splits(read(os.path.join(arguments.data, file))):
            found = [[served(*model, {}, task, label, numbers, categories, train, test) for train, test in parts] for model in models]
            for measure in found[0][0]:
                print(f"| {file.split('.')[0]} | {label} | {name} | {measure} | " + " | ".join(f"{mean(one[measure] for one in side):.4f}" for side in found) + " |", flush=True)


main()
