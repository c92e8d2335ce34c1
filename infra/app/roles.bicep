// Who may do what in the loop's own resource group. docs/security.md has the reason of each; a test holds the two together.
param storageName string
param insightsName string
param appPrincipalId string
param trainingPrincipalId string
@description('Who deploys. Empty: nobody gets rights.')
param deployerId string
param deployerType string

var roleIds = {
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  'Storage Blob Data Reader': '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb'
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource loop 'containers' existing = { name: 'homeostat' }
    resource batches 'containers' existing = { name: 'batches' }
    resource labels 'containers' existing = { name: 'labels' }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// app: the Functions host keeps leases and its package there, the loop everything it knows.
resource appOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in ['Storage Blob Data Owner', 'Storage Queue Data Contributor', 'Storage Table Data Contributor']: {
  name: guid(storage.id, appPrincipalId, roleIds[role])
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}]

resource appOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, roleIds['Monitoring Metrics Publisher'])
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Monitoring Metrics Publisher'])
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// training: writes models, reads manifests; reads what it is trained on, and nothing else of the account.
resource trainingOnLoop 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::loop.id, trainingPrincipalId, roleIds['Storage Blob Data Contributor'])
  scope: storage::blobs::loop
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Storage Blob Data Contributor'])
    principalId: trainingPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource trainingOnBatches 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::batches.id, trainingPrincipalId, roleIds['Storage Blob Data Reader'])
  scope: storage::blobs::batches
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Storage Blob Data Reader'])
    principalId: trainingPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource trainingOnLabels 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::labels.id, trainingPrincipalId, roleIds['Storage Blob Data Reader'])
  scope: storage::blobs::labels
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Storage Blob Data Reader'])
    principalId: trainingPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// deployer: drops policies, batches and labels, and reads the journal.
resource deployerOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  name: guid(storage.id, deployerId, roleIds['Storage Blob Data Contributor'])
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Storage Blob Data Contributor'])
    principalId: deployerId
    principalType: deployerType
  }
}
