// What the sample's endpoint needs to start a deployment: the image, and the model.
param registryName string
param storageName string
param endpointPrincipalId string

var roleIds = {
  AcrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  'Storage Blob Data Reader': '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource loop 'containers' existing = { name: 'homeostat' }
  }
}

resource endpointOnRegistry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, endpointPrincipalId, roleIds['AcrPull'])
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['AcrPull'])
    principalId: endpointPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource endpointOnLoop 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::loop.id, endpointPrincipalId, roleIds['Storage Blob Data Reader'])
  scope: storage::blobs::loop
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Storage Blob Data Reader'])
    principalId: endpointPrincipalId
    principalType: 'ServicePrincipal'
  }
}
