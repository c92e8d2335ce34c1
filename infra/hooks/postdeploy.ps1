# After the app is deployed: event subscriptions, whose key exists only now, and the sample model. Safe to repeat: what is there stays. The same as postdeploy.sh.
$ErrorActionPreference = 'Stop'
# Exit codes of az are looked at one by one.
$PSNativeCommandUseErrorActionPreference = $false

function Stop-With([string] $Message) { [Console]::Error.WriteLine($Message); exit 1 }

# Again and again, as rights and new hosts need minutes to take effect.
function Test-Again([int] $Count, [int] $Seconds, [string] $What, [scriptblock] $Command) {
  for ($left = $Count; $left -gt 0; $left--) {
    if (& $Command) { return $true }
    if ($left -gt 1) { Write-Host "  ${What}: not yet; trying again in $Seconds s ($($left - 1) times more)"; Start-Sleep -Seconds $Seconds }
  }
  return $false
}

foreach ($name in 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'HOMEOSTAT_APP', 'HOMEOSTAT_URL', 'HOMEOSTAT_STORAGE', 'HOMEOSTAT_STORAGE_TOPIC',
  'HOMEOSTAT_WORKSPACE', 'HOMEOSTAT_WORKSPACE_RESOURCE_GROUP', 'HOMEOSTAT_WORKSPACE_SUBSCRIPTION', 'HOMEOSTAT_WORKSPACE_TOPIC') {
  if (-not [Environment]::GetEnvironmentVariable($name)) { Stop-With "$name is not set. This script needs what 'azd provision' gave out. Run it by 'azd hooks run postdeploy'." }
}
if (-not (Get-Command az -ErrorAction SilentlyContinue)) { Stop-With "The Azure CLI (az) is not installed. The event subscriptions cannot be made without it. Install it, then run 'azd hooks run postdeploy'." }
az account show --subscription $env:AZURE_SUBSCRIPTION_ID --output none 2>$null
if ($LASTEXITCODE -ne 0) { Stop-With "The Azure CLI is not signed in to subscription $env:AZURE_SUBSCRIPTION_ID. Run 'az login', then 'azd hooks run postdeploy'." }

# --- Event subscriptions

function Test-BlobKey {
  $key = az functionapp keys list --subscription $env:AZURE_SUBSCRIPTION_ID -g $env:AZURE_RESOURCE_GROUP -n $env:HOMEOSTAT_APP --query systemKeys.blobs_extension -o tsv 2>$null
  return [bool] $key -and $key -ne 'None'
}
function Set-StorageSubscriptions {
  az deployment group create --subscription $env:AZURE_SUBSCRIPTION_ID -g $env:AZURE_RESOURCE_GROUP -n homeostat-event-subscriptions -f infra/event-subscriptions.bicep `
    -p appName=$env:HOMEOSTAT_APP storageName=$env:HOMEOSTAT_STORAGE storageTopicName=$env:HOMEOSTAT_STORAGE_TOPIC --output none | Out-Host
  return $LASTEXITCODE -eq 0
}
function Set-WorkspaceSubscription {
  $app = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$env:HOMEOSTAT_APP"
  az deployment group create --subscription $env:HOMEOSTAT_WORKSPACE_SUBSCRIPTION -g $env:HOMEOSTAT_WORKSPACE_RESOURCE_GROUP -n homeostat-workspace-subscription -f infra/workspace-subscription.bicep `
    -p appId=$app workspaceTopicName=$env:HOMEOSTAT_WORKSPACE_TOPIC --output none | Out-Host
  return $LASTEXITCODE -eq 0
}

Write-Host 'Event subscriptions'
if (-not (Test-Again 30 10 "the app's key for blob events" { Test-BlobKey })) {
  Stop-With "The app $env:HOMEOSTAT_APP has no key named blobs_extension after five minutes. Its blob triggers did not load, so no event can reach it. Look at its log stream, then run 'azd hooks run postdeploy'."
}
# Event Grid calls the app to see whether it answers; a cold one may be too slow the first time.
if (-not (Test-Again 4 30 'the subscriptions of storage' { Set-StorageSubscriptions })) {
  Stop-With "Event Grid refused the subscriptions; its words are above. Files are still found every few minutes, by the timer. Mend what it names, then run 'azd hooks run postdeploy'."
}
if (-not (Test-Again 4 30 'the subscription of the workspace' { Set-WorkspaceSubscription })) {
  Stop-With "Event Grid refused the workspace's subscription; its words are above. Breaches that the workspace's own monitor finds are not heard of. Mend what it names, then run 'azd hooks run postdeploy'."
}

# --- The sample model

function Invoke-Api([string] $Method, [string] $Path, [string] $Body) {
  $key = az functionapp keys list --subscription $env:AZURE_SUBSCRIPTION_ID -g $env:AZURE_RESOURCE_GROUP -n $env:HOMEOSTAT_APP --query functionKeys.default -o tsv
  try {
    if ($Body) { return Invoke-RestMethod -Method $Method -Uri "$env:HOMEOSTAT_URL$Path" -Headers @{ 'x-functions-key' = $key; 'Idempotency-Key' = 'azd-first-model' } -Body $Body }
    return Invoke-RestMethod -Method $Method -Uri "$env:HOMEOSTAT_URL$Path" -Headers @{ 'x-functions-key' = $key }
  }
  catch { return $null }
}
function Send-Blob([string] $Container, [string] $Name, [string] $File) {
  if ((az storage blob exists --auth-mode login --account-name $env:HOMEOSTAT_STORAGE -c $Container -n $Name --query exists -o tsv 2>$null) -eq 'true') { return $true }
  az storage blob upload --auth-mode login --account-name $env:HOMEOSTAT_STORAGE -c $Container -n $Name -f $File --no-progress --output none | Out-Host
  return $LASTEXITCODE -eq 0
}

if ($env:HOMEOSTAT_SAMPLE -eq 'true') {
  $version = $env:HOMEOSTAT_IMAGE_VERSION
  # Names of endpoints are unique in a region, so this one has an end of its own.
  $endpoint = 'flights-' + $env:HOMEOSTAT_STORAGE.Substring($env:HOMEOSTAT_STORAGE.Length - 8)
  Write-Host 'Sample model: its image'
  $tags = az acr repository show-tags --subscription $env:AZURE_SUBSCRIPTION_ID -n $env:HOMEOSTAT_REGISTRY --repository homeostat -o tsv 2>$null
  if (@($tags) -notcontains $version) {
    az acr build --subscription $env:AZURE_SUBSCRIPTION_ID -r $env:HOMEOSTAT_REGISTRY -t "homeostat:$version" -f infra/image/Dockerfile . | Out-Host
    if ($LASTEXITCODE -ne 0) { Stop-With "The image could not be built; the words of the registry are above. The sample model has nothing to be trained or served with. Mend it, then run 'azd hooks run postdeploy'." }
  }
  Write-Host 'Sample model: its environment and endpoint'
  az deployment group create --subscription $env:HOMEOSTAT_WORKSPACE_SUBSCRIPTION -g $env:HOMEOSTAT_WORKSPACE_RESOURCE_GROUP -n homeostat-sample -f infra/sample.bicep `
    -p workspaceName=$env:HOMEOSTAT_WORKSPACE endpointName=$endpoint registryName=$env:HOMEOSTAT_REGISTRY registryResourceGroup=$env:AZURE_RESOURCE_GROUP `
    registrySubscription=$env:AZURE_SUBSCRIPTION_ID storageName=$env:HOMEOSTAT_STORAGE imageVersion=$version --output none | Out-Host
  if ($LASTEXITCODE -ne 0) { Stop-With "The sample's environment or endpoint could not be made; the words of Azure are above. Mend what they name, then run 'azd hooks run postdeploy'." }

  Write-Host 'Sample model: its policy and first batch'
  $policy = New-TemporaryFile
  try {
    (Get-Content samples/azure/flights.json -Raw).Replace('"endpoint": "flights"', "`"endpoint`": `"$endpoint`"") | Set-Content $policy -NoNewline
    if (-not (Test-Again 10 30 'the right to write to storage' { Send-Blob policies flights.json $policy.FullName })) {
      Stop-With "The policy could not be written to $env:HOMEOSTAT_STORAGE. With VNET_ENABLED only machines inside the network may; otherwise the role Storage Blob Data Contributor has not taken effect. Upload samples/azure/flights.json to the container policies, or run 'azd hooks run postdeploy' again."
    }
  }
  finally { Remove-Item $policy }
  if (-not (Test-Again 20 15 "the model's controller" { $null -ne (Invoke-Api GET /api/models/flights) })) {
    Stop-With "The app does not know the model 'flights' five minutes after its policy was written. Look at its log stream and at $env:HOMEOSTAT_URL/api/health."
  }
  if (-not (Send-Blob batches flights/january.csv.gz samples/flights/january.csv.gz)) { Stop-With "The first batch could not be written to $env:HOMEOSTAT_STORAGE; the words of Azure are above. Run 'azd hooks run postdeploy' again." }
  $taken = { (Invoke-Api GET /api/models/flights/journal | ConvertTo-Json -Depth 20) -match '"batch-accepted"|"judged"' }
  if (-not (Test-Again 20 15 'the first batch' $taken)) { Stop-With "The first batch was not taken within five minutes. Look at the journal: $env:HOMEOSTAT_URL, and at the app's log stream." }
  Write-Host 'Sample model: its first training job'
  if ($null -eq (Invoke-Api POST /api/models/flights/retrain '{"by": "azd", "reason": "the first model"}')) {
    Write-Host '  The retraining was not started now, which is right when there is a champion already; the dashboard tells.'
  }
}

Write-Host @"

The loop runs. Its dashboard, which asks for a key: $env:HOMEOSTAT_URL
The key:

  az functionapp keys list -g $env:AZURE_RESOURCE_GROUP -n $env:HOMEOSTAT_APP --query functionKeys.default -o tsv

Three commands to try; the first model is trained and gets its traffic within about twenty minutes:

  curl -H "x-functions-key: KEY" $env:HOMEOSTAT_URL/api/models
  az storage blob upload --auth-mode login --account-name $env:HOMEOSTAT_STORAGE -c batches -n flights/june.csv.gz -f samples/flights/june.csv.gz
  curl -X POST -H "x-functions-key: KEY" -d '{"by": "me", "reason": "to see it"}' $env:HOMEOSTAT_URL/api/models/flights/rollback
"@
