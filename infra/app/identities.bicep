// Who acts: the app, and the machines that train.
param location string
param tags object
param appIdentityName string
param trainingIdentityName string

resource appIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: appIdentityName
  location: location
  tags: tags
}

resource trainingIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: trainingIdentityName
  location: location
  tags: tags
}

output appPrincipalId string = appIdentity.properties.principalId
output trainingPrincipalId string = trainingIdentity.properties.principalId
