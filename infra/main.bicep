// Everything the loop runs on, in one resource group. docs/install.md tells what each parameter is for.
targetScope = 'subscription'

@description('Name of the azd environment; names and tags are made of it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of all resources.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('Who deploys: gets the right to drop policies and batches. Empty: nobody.')
param principalId string = deployer().objectId

@description('What the deployer is; a pipeline is a service principal.')
@allowed(['User', 'ServicePrincipal'])
param principalType string = 'User'

@description('An Azure Machine Learning workspace that is there already. Empty: one is made.')
param workspaceName string = ''

@description('Resource group of the existing workspace.')
param workspaceResourceGroup string = ''

@description('Subscription of the existing workspace. Empty: this one.')
param workspaceSubscription string = ''

@description('Resource group of the existing workspace\'s storage account, when it is another than the workspace\'s.')
param collectorResourceGroup string = ''

@description('What keeps orchestrations: Azure Storage, or the Durable Task Scheduler.')
@allowed(['AzureStorage', 'DurableTaskScheduler'])
param durableBackend string = 'AzureStorage'

@description('Puts storage behind private endpoints and the app into a virtual network.')
param vnetEnabled bool = false

@description('Lets the loop set autoscale rules for the deployments it makes. Makes a custom role, which needs the right to define roles.')
param autoscaleEnabled bool = false

@description('Makes the sample model: a registry for its image, and an endpoint.')
param sampleEnabled bool = true

@description('Who is told of alerts. Empty: alerts are only shown.')
param alertEmail string = ''

@description('When everything is looked at, as a cron expression of six fields. Empty: every five minutes.')
param monitorSchedule string = ''

@description('Memory of an instance of the app, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances of the app.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that always wait for files. 0: a file may wait for a cold start, or for the next look.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int = 0

@description('Size of the training machines of a new workspace.')
param trainingVmSize string = 'Standard_DS3_v2'

@description('Version of the image that trains and serves the built-in model; the same as in Directory.Build.props.')
param imageVersion string = '0.1.0'

@description('Environment that the built-in trainer runs in, as name:version. Empty: that of the sample, or what policies name.')
param trainerEnvironment string = ''

@description('Compute that the built-in trainer runs on. Empty: that of a new workspace; serverless in an existing one.')
param trainerCompute string = ''

var abbrs = loadJsonContent('./abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var isNewWorkspace = empty(workspaceName)
var names = {
  app: '${abbrs.functionApp}${token}'
  storage: '${abbrs.storage}${token}'
  insights: '${abbrs.insights}${token}'
  logs: '${abbrs.logs}${token}'
  identity: '${abbrs.identity}app-${token}'
  trainingIdentity: '${abbrs.identity}training-${token}'
  workspace: isNewWorkspace ? '${abbrs.workspace}${token}' : workspaceName
  registry: '${abbrs.registry}${token}'
  keyVault: '${abbrs.keyVault}${token}'
  scheduler: '${abbrs.scheduler}${token}'
  taskHub: durableBackend == 'AzureStorage' ? 'homeostat' : '${abbrs.taskHub}homeostat'
  network: '${abbrs.network}${token}'
  package: 'app-package-${take(token, 7)}'
}
var workspaceGroup = isNewWorkspace ? group.name : workspaceResourceGroup
var workspaceGroupSubscription = isNewWorkspace || empty(workspaceSubscription) ? subscription().subscriptionId : workspaceSubscription

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: '${abbrs.resourceGroup}${environmentName}'
  location: location
  tags: tags
}

module identities 'app/identities.bicep' = {
  name: 'identities'
  scope: group
  params: {
    location: location
    tags: tags
    appIdentityName: names.identity
    trainingIdentityName: names.trainingIdentity
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: names.storage
    location: location
    tags: tags
    packageContainer: names.package
    vnetEnabled: vnetEnabled
  }
}

module monitoring 'app/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    logsName: names.logs
    insightsName: names.insights
    location: location
    tags: tags
  }
}

module network 'app/network.bicep' = if (vnetEnabled) {
  name: 'network'
  scope: group
  params: {
    name: names.network
    location: location
    tags: tags
  }
}

module privateEndpoints 'app/private-endpoints.bicep' = if (vnetEnabled) {
  name: 'private-endpoints'
  scope: group
  params: {
    location: location
    tags: tags
    networkName: names.network
    storageName: names.storage
    prefix: abbrs.privateEndpoint
  }
  dependsOn: [network, storage]
}

module scheduler 'app/scheduler.bicep' = if (durableBackend == 'DurableTaskScheduler') {
  name: 'scheduler'
  scope: group
  params: {
    name: names.scheduler
    taskHubName: names.taskHub
    location: location
    tags: tags
    appPrincipalId: identities.outputs.appPrincipalId
  }
}

module registry 'app/registry.bicep' = if (isNewWorkspace || sampleEnabled) {
  name: 'registry'
  scope: group
  params: {
    name: names.registry
    location: location
    tags: tags
    trainingPrincipalId: identities.outputs.trainingPrincipalId
  }
}

module workspace 'app/workspace.bicep' = if (isNewWorkspace) {
  name: 'workspace'
  scope: group
  params: {
    name: names.workspace
    location: location
    tags: tags
    keyVaultName: names.keyVault
    storageName: names.storage
    insightsName: names.insights
    registryName: names.registry
    trainingIdentityName: names.trainingIdentity
    vmSize: trainingVmSize
    vnetEnabled: vnetEnabled
  }
  dependsOn: [identities, storage, monitoring, registry]
}

module workspaceAccess 'app/workspace-access.bicep' = {
  name: 'homeostat-workspace-access'
  scope: resourceGroup(workspaceGroupSubscription, workspaceGroup)
  params: {
    workspaceName: names.workspace
    storageName: names.storage
    storageResourceGroup: group.name
    storageSubscription: subscription().subscriptionId
    collectorResourceGroup: empty(collectorResourceGroup) ? workspaceGroup : collectorResourceGroup
    appPrincipalId: identities.outputs.appPrincipalId
    autoscaleEnabled: autoscaleEnabled
  }
  dependsOn: [workspace, storage]
}

module roles 'app/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    storageName: names.storage
    insightsName: names.insights
    appPrincipalId: identities.outputs.appPrincipalId
    trainingPrincipalId: identities.outputs.trainingPrincipalId
    deployerId: principalId
    deployerType: principalType
  }
  dependsOn: [storage, monitoring]
}

module app 'app/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: names.app
    planName: '${abbrs.plan}${token}'
    location: location
    tags: union(tags, { 'azd-service-name': 'loop' })
    identityName: names.identity
    storageName: names.storage
    insightsName: names.insights
    packageContainer: names.package
    subnetId: vnetEnabled ? resourceId(subscription().subscriptionId, group.name, 'Microsoft.Network/virtualNetworks/subnets', names.network, 'app') : ''
    scale: { memory: instanceMemoryMB, instances: maximumInstanceCount, alwaysReady: alwaysReadyInstances }
    durable: { backend: durableBackend, taskHub: names.taskHub, scheduler: names.scheduler }
    monitorSchedule: empty(monitorSchedule) ? '0 */5 * * * *' : monitorSchedule
    workspace: {
      subscription: workspaceGroupSubscription
      resourceGroup: workspaceGroup
      name: names.workspace
      collector: workspaceAccess.outputs.collectorContainer
      trainerEnvironment: empty(trainerEnvironment) && sampleEnabled ? 'homeostat:${imageVersion}' : trainerEnvironment
      trainerCompute: empty(trainerCompute) && isNewWorkspace ? 'training' : trainerCompute
    }
  }
  dependsOn: [identities, storage, monitoring, roles, network, privateEndpoints, scheduler]
}

module events 'app/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    topicName: '${abbrs.storageTopic}${token}'
    storageName: names.storage
    location: location
    tags: tags
  }
  dependsOn: [storage]
}

module workspaceEvents 'app/workspace-events.bicep' = {
  name: 'homeostat-workspace-events'
  scope: resourceGroup(workspaceGroupSubscription, workspaceGroup)
  params: {
    topicName: '${abbrs.workspaceTopic}${token}'
    workspaceName: names.workspace
    tags: tags
  }
  dependsOn: [workspace]
}

module alerts 'app/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: tags
    logsName: names.logs
    actionGroupName: '${abbrs.actionGroup}${token}'
    prefix: abbrs.alert
    email: alertEmail
  }
  dependsOn: [monitoring]
}

module workbook 'app/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    logsName: names.logs
  }
  dependsOn: [monitoring]
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output HOMEOSTAT_APP string = names.app
output HOMEOSTAT_URL string = app.outputs.url
output HOMEOSTAT_STORAGE string = names.storage
output HOMEOSTAT_STORAGE_TOPIC string = events.outputs.topicName
output HOMEOSTAT_WORKSPACE_TOPIC string = workspaceEvents.outputs.topicName
output HOMEOSTAT_WORKSPACE string = names.workspace
output HOMEOSTAT_WORKSPACE_RESOURCE_GROUP string = workspaceGroup
output HOMEOSTAT_WORKSPACE_SUBSCRIPTION string = workspaceGroupSubscription
output HOMEOSTAT_REGISTRY string = isNewWorkspace || sampleEnabled ? names.registry : ''
output HOMEOSTAT_IMAGE_VERSION string = imageVersion
output HOMEOSTAT_SAMPLE bool = sampleEnabled
output HOMEOSTAT_NEW_WORKSPACE bool = isNewWorkspace
