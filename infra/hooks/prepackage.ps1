# Before the app is packed: which file is its host.json. The platform scales by what that file says of Durable, so a setting of the app would not do. The same as prepackage.sh.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '../..')

$backend = if ($env:DURABLE_BACKEND) { $env:DURABLE_BACKEND } else { 'AzureStorage' }
switch -CaseSensitive ($backend) {
  'AzureStorage' { if (Test-Path src/Functions/host.json) { Remove-Item src/Functions/host.json } }
  'DurableTaskScheduler' { Copy-Item host.scheduler.json src/Functions/host.json }
  default {
    [Console]::Error.WriteLine("DURABLE_BACKEND is '$backend', which nothing is. The app would not know what keeps its orchestrations. Set AzureStorage or DurableTaskScheduler by 'azd env set DURABLE_BACKEND'.")
    exit 1
  }
}
