#!/bin/sh
# After the app is deployed: event subscriptions, whose key exists only now, and the sample model. Safe to repeat: what is there stays.
set -eu

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# try COUNT SECONDS WHAT COMMAND...: again and again, as rights and new hosts need minutes to take effect.
try() {
  left=$1 pause=$2 what=$3
  shift 3
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    say "  $what: not yet; trying again in $pause s ($left times more)"
    sleep "$pause"
  done
}

for name in AZURE_SUBSCRIPTION_ID AZURE_RESOURCE_GROUP HOMEOSTAT_APP HOMEOSTAT_URL HOMEOSTAT_STORAGE HOMEOSTAT_STORAGE_TOPIC \
  HOMEOSTAT_WORKSPACE HOMEOSTAT_WORKSPACE_RESOURCE_GROUP HOMEOSTAT_WORKSPACE_SUBSCRIPTION HOMEOSTAT_WORKSPACE_TOPIC; do
  eval "value=\${$name:-}"
  [ -n "$value" ] || fail "$name is not set. This script needs what 'azd provision' gave out. Run it by 'azd hooks run postdeploy'."
done
command -v az >/dev/null 2>&1 || fail "The Azure CLI (az) is not installed. The event subscriptions cannot be made without it. Install it, then run 'azd hooks run postdeploy'."
az account show --subscription "$AZURE_SUBSCRIPTION_ID" --output none 2>/dev/null || fail "The Azure CLI is not signed in to subscription $AZURE_SUBSCRIPTION_ID. Run 'az login', then 'azd hooks run postdeploy'."

# --- Event subscriptions

has_key() {
  key=$(az functionapp keys list --subscription "$AZURE_SUBSCRIPTION_ID" -g "$AZURE_RESOURCE_GROUP" -n "$HOMEOSTAT_APP" --query systemKeys.blobs_extension -o tsv 2>/dev/null || true)
  [ -n "$key" ] && [ "$key" != None ]
}
subscribe() {
  az deployment group create --subscription "$AZURE_SUBSCRIPTION_ID" -g "$AZURE_RESOURCE_GROUP" -n homeostat-event-subscriptions -f infra/event-subscriptions.bicep \
    -p appName="$HOMEOSTAT_APP" storageName="$HOMEOSTAT_STORAGE" storageTopicName="$HOMEOSTAT_STORAGE_TOPIC" --output none
}
subscribe_workspace() {
  az deployment group create --subscription "$HOMEOSTAT_WORKSPACE_SUBSCRIPTION" -g "$HOMEOSTAT_WORKSPACE_RESOURCE_GROUP" -n homeostat-workspace-subscription -f infra/workspace-subscription.bicep \
    -p appId="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$HOMEOSTAT_APP" workspaceTopicName="$HOMEOSTAT_WORKSPACE_TOPIC" --output none
}

say "Event subscriptions"
try 30 10 "the app's key for blob events" has_key ||
  fail "The app $HOMEOSTAT_APP has no key named blobs_extension after five minutes. Its blob triggers did not load, so no event can reach it. Look at its log stream, then run 'azd hooks run postdeploy'."
# Event Grid calls the app to see whether it answers; a cold one may be too slow the first time.
try 4 30 "the subscriptions of storage" subscribe ||
  fail "Event Grid refused the subscriptions; its words are above. Files are still found every few minutes, by the timer. Mend what it names, then run 'azd hooks run postdeploy'."
try 4 30 "the subscription of the workspace" subscribe_workspace ||
  fail "Event Grid refused the workspace's subscription; its words are above. Breaches that the workspace's own monitor finds are not heard of. Mend what it names, then run 'azd hooks run postdeploy'."

# --- The sample model

api() { # api METHOD PATH [BODY]
  key=$(az functionapp keys list --subscription "$AZURE_SUBSCRIPTION_ID" -g "$AZURE_RESOURCE_GROUP" -n "$HOMEOSTAT_APP" --query functionKeys.default -o tsv)
  if [ $# -eq 3 ]; then
    curl -fsS -X "$1" "$HOMEOSTAT_URL$2" -H "x-functions-key: $key" -H "Idempotency-Key: azd-first-model" -d "$3"
  else
    curl -fsS -X "$1" "$HOMEOSTAT_URL$2" -H "x-functions-key: $key"
  fi
}
upload() { # upload CONTAINER NAME FILE
  if [ "$(az storage blob exists --auth-mode login --account-name "$HOMEOSTAT_STORAGE" -c "$1" -n "$2" --query exists -o tsv 2>/dev/null)" = true ]; then return 0; fi
  az storage blob upload --auth-mode login --account-name "$HOMEOSTAT_STORAGE" -c "$1" -n "$2" -f "$3" --no-progress --output none
}
sample_is_known() { api GET /api/models/flights >/dev/null 2>&1; }
batch_is_judged() { api GET '/api/models/flights/journal' 2>/dev/null | grep -q '"batch-accepted"\|"judged"'; }

if [ "${HOMEOSTAT_SAMPLE:-false}" = true ]; then
  version=$HOMEOSTAT_IMAGE_VERSION
  # Names of endpoints are unique in a region, so this one has an end of its own.
  endpoint=flights-$(printf %s "$HOMEOSTAT_STORAGE" | tail -c 8)
  say "Sample model: its image"
  if ! az acr repository show-tags --subscription "$AZURE_SUBSCRIPTION_ID" -n "$HOMEOSTAT_REGISTRY" --repository homeostat -o tsv 2>/dev/null | grep -qx "$version"; then
    az acr build --subscription "$AZURE_SUBSCRIPTION_ID" -r "$HOMEOSTAT_REGISTRY" -t "homeostat:$version" -f infra/image/Dockerfile . ||
      fail "The image could not be built; the words of the registry are above. The sample model has nothing to be trained or served with. Mend it, then run 'azd hooks run postdeploy'."
  fi
  say "Sample model: its environment and endpoint"
  az deployment group create --subscription "$HOMEOSTAT_WORKSPACE_SUBSCRIPTION" -g "$HOMEOSTAT_WORKSPACE_RESOURCE_GROUP" -n homeostat-sample -f infra/sample.bicep \
    -p workspaceName="$HOMEOSTAT_WORKSPACE" endpointName="$endpoint" registryName="$HOMEOSTAT_REGISTRY" \
    registryResourceGroup="$AZURE_RESOURCE_GROUP" registrySubscription="$AZURE_SUBSCRIPTION_ID" storageName="$HOMEOSTAT_STORAGE" imageVersion="$version" --output none

  say "Sample model: its policy and first batch"
  policy=$(mktemp)
  trap 'rm -f "$policy"' EXIT
  sed "s/\"endpoint\": \"flights\"/\"endpoint\": \"$endpoint\"/" samples/azure/flights.json >"$policy"
  try 10 30 "the right to write to storage" upload policies flights.json "$policy" ||
    fail "The policy could not be written to $HOMEOSTAT_STORAGE. With VNET_ENABLED only machines inside the network may; otherwise the role Storage Blob Data Contributor has not taken effect. Upload samples/azure/flights.json to the container policies, or run 'azd hooks run postdeploy' again."
  try 20 15 "the model's controller" sample_is_known ||
    fail "The app does not know the model 'flights' five minutes after its policy was written. Look at its log stream and at $HOMEOSTAT_URL/api/health."
  upload batches flights/january.csv.gz samples/flights/january.csv.gz
  try 20 15 "the first batch" batch_is_judged || fail "The first batch was not taken within five minutes. Look at the journal: $HOMEOSTAT_URL, and at the app's log stream."
  say "Sample model: its first training job"
  api POST /api/models/flights/retrain '{"by": "azd", "reason": "the first model"}' >/dev/null ||
    say "  The retraining was not started now, which is right when there is a champion already; the dashboard tells."
fi

cat <<END

The loop runs. Its dashboard, which asks for a key: $HOMEOSTAT_URL
The key:

  az functionapp keys list -g $AZURE_RESOURCE_GROUP -n $HOMEOSTAT_APP --query functionKeys.default -o tsv

Three commands to try; the first model is trained and gets its traffic within about twenty minutes:

  curl -H "x-functions-key: KEY" $HOMEOSTAT_URL/api/models
  az storage blob upload --auth-mode login --account-name $HOMEOSTAT_STORAGE -c batches -n flights/june.csv.gz -f samples/flights/june.csv.gz
  curl -X POST -H "x-functions-key: KEY" -d '{"by": "me", "reason": "to see it"}' $HOMEOSTAT_URL/api/models/flights/rollback
END
