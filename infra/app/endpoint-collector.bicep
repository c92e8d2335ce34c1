// The sample's endpoint writes what it was asked and answered to the workspace's own container.
param storageName string
param containerName string
param endpointPrincipalId string

var roleIds = {
  'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource collected 'containers' existing = { name: containerName }
  }
}

resource endpointOnCollector 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::collected.id, endpointPrincipalId, roleIds['Storage Blob Data Contributor'])
  scope: storage::blobs::collected
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Storage Blob Data Contributor'])
    principalId: endpointPrincipalId
    principalType: 'ServicePrincipal'
  }
}
