// The Function App on Flex Consumption, and all of its settings.
param name string
param planName string
param location string
param tags object
param identityName string
param storageName string
param insightsName string
param packageContainer string
@description('Where the app joins a virtual network. Empty: nowhere.')
param subnetId string
@description('memory in MB, most instances, and those always ready for files.')
param scale object
@description('backend, taskHub and scheduler.')
param durable object
param monitorSchedule string
@description('subscription, resourceGroup, name, collector, trainerEnvironment and trainerCompute.')
param workspace object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = if (durable.backend == 'DurableTaskScheduler') {
  name: durable.scheduler
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

// All settings stand here: a write of them replaces the whole set. What the app reads is in src/Functions/Hosting/Settings.cs, what each is for in local.settings.json's twin there.
var appSettings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  AZURE_CLIENT_ID: identity.properties.clientId
  TASKHUB_NAME: durable.taskHub
  MONITOR_SCHEDULE: monitorSchedule
  PURGE_SCHEDULE: '0 30 3 * * *'
  HomeostatStorage__credential: 'managedidentity'
  HomeostatStorage__clientId: identity.properties.clientId
  HomeostatStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  HomeostatStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AZUREML_SUBSCRIPTION: workspace.subscription
  AZUREML_RESOURCE_GROUP: workspace.resourceGroup
  AZUREML_WORKSPACE: workspace.name
  AZUREML_RESOURCE_MANAGER: environment().resourceManager
  AZUREML_CERTIFICATE: ''
  AZUREML_DATA_ROOT: 'azureml://datastores/homeostat/paths/'
  COLLECTOR_CONTAINER: workspace.collector
  TRAINER_ENVIRONMENT: workspace.trainerEnvironment
  TRAINER_COMPUTE: workspace.trainerCompute
}

// Of this name by host.scheduler.json.
var schedulerSettings = durable.backend == 'DurableTaskScheduler' ? {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.properties.endpoint};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}'
} : {}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: scale.memory
        maximumInstanceCount: scale.instances
        alwaysReady: scale.alwaysReady > 0 ? [{ name: 'blob', instanceCount: scale.alwaysReady }] : []
      }
    }
    siteConfig: {
      alwaysOn: false
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(appSettings, schedulerSettings)
  }
}

// Nobody publishes with a password.
resource basicPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = [for kind in ['ftp', 'scm']: {
  parent: site
  name: kind
  properties: { allow: false }
}]

output url string = 'https://${site.properties.defaultHostName}'
