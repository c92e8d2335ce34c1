#!/bin/sh
# Serves the model that Azure Machine Learning has put below AZUREML_MODEL_DIR. How deep it lies there depends on how it was registered.
set -eu
root=${AZUREML_MODEL_DIR:?is not set. It names the folder of the model, and Azure Machine Learning sets it. On another machine set it to a folder that homeostat model train wrote.}
artifact=$(find "$root" -name artifact.json | head -n 1)
[ -n "$artifact" ] || { echo "There is no artifact.json below $root. The model is none that a trainer of ours wrote, or was not copied whole. Look at the registered model's files." >&2; exit 2; }
# Unquoted: a command and its words.
# shellcheck disable=SC2086
exec ${HOMEOSTAT_SERVE:-homeostat model serve} --model "$(dirname "$artifact")" --host '*' --port 5001
