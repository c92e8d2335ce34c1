#!/bin/sh
# Before 'azd down': takes away what would outlive the resource group. Safe to repeat.
set -eu

say() { printf '%s\n' "$*"; }
for name in AZURE_SUBSCRIPTION_ID AZURE_RESOURCE_GROUP HOMEOSTAT_WORKSPACE HOMEOSTAT_WORKSPACE_RESOURCE_GROUP HOMEOSTAT_WORKSPACE_SUBSCRIPTION; do
  eval "value=\${$name:-}"
  # Nothing was provisioned, so there is nothing to take away.
  [ -n "$value" ] || exit 0
done
command -v az >/dev/null 2>&1 || { say "The Azure CLI (az) is not installed. A custom role and what stands in an existing workspace would stay behind. Install it, then run 'azd down' again." >&2; exit 1; }

group="/subscriptions/$HOMEOSTAT_WORKSPACE_SUBSCRIPTION/resourceGroups/$HOMEOSTAT_WORKSPACE_RESOURCE_GROUP"
workspace="$group/providers/Microsoft.MachineLearningServices/workspaces/$HOMEOSTAT_WORKSPACE"

# Everything the app's identities were given, wherever it is; first the assignments, then the role.
for identity in $(az identity list --subscription "$AZURE_SUBSCRIPTION_ID" -g "$AZURE_RESOURCE_GROUP" --query '[].principalId' -o tsv 2>/dev/null || true); do
  for scope in "$group" "$workspace"; do
    az role assignment list --scope "$scope" --assignee "$identity" --query '[].id' -o tsv 2>/dev/null | while read -r id; do
      say "Taking away $id"
      az role assignment delete --ids "$id"
    done
  done
done
az role definition list --scope "$group" --custom-role-only true --query "[?starts_with(roleName, 'Homeostat Autoscaler ') && assignableScopes[0] == '$group'].name" -o tsv 2>/dev/null | while read -r role; do
  say "Taking away the custom role $role"
  az role definition delete --scope "$group" --name "$role"
done

if [ "${HOMEOSTAT_NEW_WORKSPACE:-true}" = true ]; then
  # A deleted workspace keeps its name for two weeks unless it is purged, and the next 'azd up' would ask for the same name.
  say "Deleting the workspace $HOMEOSTAT_WORKSPACE for good"
  az rest --method delete --url "https://management.azure.com$workspace?api-version=2024-10-01&forceToPurge=true" --output none || say "The workspace is not there any more, or could not be purged; the portal lists what is recently deleted."
else
  for store in homeostat homeostat_batches homeostat_labels; do
    az rest --method delete --url "https://management.azure.com$workspace/datastores/$store?api-version=2024-10-01" --output none || true
  done
  [ -z "${HOMEOSTAT_WORKSPACE_TOPIC:-}" ] || az eventgrid system-topic delete --subscription "$HOMEOSTAT_WORKSPACE_SUBSCRIPTION" -g "$HOMEOSTAT_WORKSPACE_RESOURCE_GROUP" -n "$HOMEOSTAT_WORKSPACE_TOPIC" --yes || true
  say "Deployments that the loop made in $HOMEOSTAT_WORKSPACE stay: they serve."
fi
