// What the loop needs in a workspace, ours or one that was there before: its rights, and its storage as the workspace's jobs see it.
param workspaceName string
param storageName string
param storageResourceGroup string
param storageSubscription string
@description('Resource group of the workspace\'s own storage account.')
param collectorResourceGroup string
param appPrincipalId string
param autoscaleEnabled bool

var roleIds = {
  'AzureML Data Scientist': 'f6c7c914-8db3-469d-8ca1-694a8f32e121'
  'Monitoring Reader': '43d0d8ad-25c7-4714-9337-8ba259a9fe05'
}
// A datastore is one container. Names in the loop's manifests start with the folder that stands for it.
var datastores = [
  { name: 'homeostat', container: 'homeostat' }
  { name: 'homeostat_batches', container: 'batches' }
  { name: 'homeostat_labels', container: 'labels' }
]

resource workspace 'Microsoft.MachineLearningServices/workspaces@2025-06-01' existing = {
  name: workspaceName

  resource blobstore 'datastores' existing = { name: 'workspaceblobstore' }
}

resource stores 'Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01' = [for store in datastores: {
  parent: workspace
  name: store.name
  properties: {
    datastoreType: 'AzureBlob'
    description: 'Storage of Homeostat'
    accountName: storageName
    containerName: store.container
    endpoint: environment().suffixes.storage
    protocol: 'https'
    resourceGroup: storageResourceGroup
    subscriptionId: storageSubscription
    // By the identity of the machine that runs the job.
    credentials: { credentialsType: 'None' }
    serviceDataAccessAuthIdentity: 'None'
  }
}]

resource appOnWorkspace 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in ['AzureML Data Scientist', 'Monitoring Reader']: {
  name: guid(workspace.id, appPrincipalId, roleIds[role])
  scope: workspace
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}]

// No built-in role may write autoscale rules and little else. The hook of azd down removes this one.
resource autoscaler 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (autoscaleEnabled) {
  name: guid(resourceGroup().id, appPrincipalId, 'Homeostat Autoscaler')
  properties: {
    roleName: 'Homeostat Autoscaler ${uniqueString(resourceGroup().id, appPrincipalId)}'
    description: 'Reads and writes autoscale rules of the deployments that Homeostat makes.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Insights/autoscaleSettings/read'
          'Microsoft.Insights/autoscaleSettings/write'
          'Microsoft.Insights/autoscaleSettings/delete'
        ]
      }
    ]
  }
}

resource appAsAutoscaler 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (autoscaleEnabled) {
  name: guid(resourceGroup().id, appPrincipalId, 'Homeostat Autoscaler', 'assignment')
  properties: {
    roleDefinitionId: autoscaler.id
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

module collector 'collector.bicep' = {
  name: 'homeostat-collector'
  scope: resourceGroup(collectorResourceGroup)
  params: {
    // Which account and container a workspace chose, only the workspace knows.
    storageName: any(workspace::blobstore.properties).accountName
    containerName: any(workspace::blobstore.properties).containerName
    appPrincipalId: appPrincipalId
  }
}

output collectorContainer string = collector.outputs.container
