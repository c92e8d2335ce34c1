// The container that data collectors write to. The app only reads it.
param storageName string
param containerName string
param appPrincipalId string

var roleIds = {
  'Storage Blob Data Reader': '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource collected 'containers' existing = { name: containerName }
  }
}

resource appOnCollector 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::collected.id, appPrincipalId, roleIds['Storage Blob Data Reader'])
  scope: storage::blobs::collected
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Storage Blob Data Reader'])
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output container string = '${storage.properties.primaryEndpoints.blob}${containerName}'
