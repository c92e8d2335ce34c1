# Before 'azd down': takes away what would outlive the resource group. Safe to repeat. The same as predown.sh.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

foreach ($name in 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'HOMEOSTAT_WORKSPACE', 'HOMEOSTAT_WORKSPACE_RESOURCE_GROUP', 'HOMEOSTAT_WORKSPACE_SUBSCRIPTION') {
  # Nothing was provisioned, so there is nothing to take away.
  if (-not [Environment]::GetEnvironmentVariable($name)) { exit 0 }
}
if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  [Console]::Error.WriteLine("The Azure CLI (az) is not installed. A custom role and what stands in an existing workspace would stay behind. Install it, then run 'azd down' again.")
  exit 1
}

$group = "/subscriptions/$env:HOMEOSTAT_WORKSPACE_SUBSCRIPTION/resourceGroups/$env:HOMEOSTAT_WORKSPACE_RESOURCE_GROUP"
$workspace = "$group/providers/Microsoft.MachineLearningServices/workspaces/$env:HOMEOSTAT_WORKSPACE"

# Everything the app's identities were given, wherever it is; first the assignments, then the role.
foreach ($identity in @(az identity list --subscription $env:AZURE_SUBSCRIPTION_ID -g $env:AZURE_RESOURCE_GROUP --query '[].principalId' -o tsv 2>$null)) {
  foreach ($scope in $group, $workspace) {
    foreach ($id in @(az role assignment list --scope $scope --assignee $identity --query '[].id' -o tsv 2>$null)) {
      Write-Host "Taking away $id"
      az role assignment delete --ids $id
    }
  }
}
$query = "[?starts_with(roleName, 'Homeostat Autoscaler ') && assignableScopes[0] == '$group'].name"
foreach ($role in @(az role definition list --scope $group --custom-role-only true --query $query -o tsv 2>$null)) {
  Write-Host "Taking away the custom role $role"
  az role definition delete --scope $group --name $role
}

if ($env:HOMEOSTAT_NEW_WORKSPACE -ne 'false') {
  # A deleted workspace keeps its name for two weeks unless it is purged, and the next 'azd up' would ask for the same name.
  Write-Host "Deleting the workspace $env:HOMEOSTAT_WORKSPACE for good"
  az rest --method delete --url "https://management.azure.com${workspace}?api-version=2024-10-01&forceToPurge=true" --output none
  if ($LASTEXITCODE -ne 0) { Write-Host 'The workspace is not there any more, or could not be purged; the portal lists what is recently deleted.' }
}
else {
  foreach ($store in 'homeostat', 'homeostat_batches', 'homeostat_labels') { az rest --method delete --url "https://management.azure.com$workspace/datastores/${store}?api-version=2024-10-01" --output none }
  if ($env:HOMEOSTAT_WORKSPACE_TOPIC) { az eventgrid system-topic delete --subscription $env:HOMEOSTAT_WORKSPACE_SUBSCRIPTION -g $env:HOMEOSTAT_WORKSPACE_RESOURCE_GROUP -n $env:HOMEOSTAT_WORKSPACE_TOPIC --yes }
  Write-Host "Deployments that the loop made in $env:HOMEOSTAT_WORKSPACE stay: they serve."
}
exit 0
