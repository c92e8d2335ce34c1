#!/bin/sh
# Before the app is packed: which file is its host.json. The platform scales by what that file says of Durable, so a setting of the app would not do.
set -eu
cd "$(dirname "$0")/../.."

case ${DURABLE_BACKEND:-AzureStorage} in
  AzureStorage) rm -f src/Functions/host.json ;;
  DurableTaskScheduler) cp host.scheduler.json src/Functions/host.json ;;
  *)
    echo "DURABLE_BACKEND is '$DURABLE_BACKEND', which nothing is. The app would not know what keeps its orchestrations. Set AzureStorage or DurableTaskScheduler by 'azd env set DURABLE_BACKEND'." >&2
    exit 1
    ;;
esac
