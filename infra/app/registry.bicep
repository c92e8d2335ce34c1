// Holds the image that trains and serves the built-in model. Nobody signs in with a password.
param name string
param location string
param tags object
param trainingPrincipalId string

var roleIds = {
  AcrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

resource trainingOnRegistry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, trainingPrincipalId, roleIds['AcrPull'])
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['AcrPull'])
    principalId: trainingPrincipalId
    principalType: 'ServicePrincipal'
  }
}
