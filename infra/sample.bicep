// The sample model's place in the workspace: an environment of the image that the hook has built, and an endpoint. Run by the hook, in the workspace's resource group.
param workspaceName string
param endpointName string
param registryName string
param registryResourceGroup string
param registrySubscription string
param storageName string
param imageVersion string

resource workspace 'Microsoft.MachineLearningServices/workspaces@2025-06-01' existing = {
  name: workspaceName

  resource blobstore 'datastores' existing = { name: 'workspaceblobstore' }
}

resource environmentOfImage 'Microsoft.MachineLearningServices/workspaces/environments@2025-06-01' = {
  parent: workspace
  name: 'homeostat'
  properties: { description: 'Trains and serves the built-in model of Homeostat' }
}

resource environmentVersion 'Microsoft.MachineLearningServices/workspaces/environments/versions@2025-06-01' = {
  parent: environmentOfImage
  name: imageVersion
  properties: {
    image: '${registryName}${environment().suffixes.acrLoginServer}/homeostat:${imageVersion}'
    osType: 'Linux'
    inferenceConfig: {
      livenessRoute: { path: '/health', port: 5001 }
      readinessRoute: { path: '/health', port: 5001 }
      scoringRoute: { path: '/score', port: 5001 }
    }
  }
}

resource endpoint 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01' = {
  parent: workspace
  name: endpointName
  location: workspace.location
  kind: 'Managed'
  identity: { type: 'SystemAssigned' }
  properties: {
    // Callers and the loop sign in; there is no key to lose.
    authMode: 'AADToken'
    description: 'Sample of Homeostat: will a flight be late?'
    publicNetworkAccess: 'Enabled'
  }
}

module access 'app/endpoint-access.bicep' = {
  name: 'homeostat-endpoint-access'
  scope: resourceGroup(registrySubscription, registryResourceGroup)
  params: {
    registryName: registryName
    storageName: storageName
    endpointPrincipalId: endpoint.identity.principalId
  }
}

module collector 'app/endpoint-collector.bicep' = {
  name: 'homeostat-endpoint-collector'
  params: {
    storageName: any(workspace::blobstore.properties).accountName
    containerName: any(workspace::blobstore.properties).containerName
    endpointPrincipalId: endpoint.identity.principalId
  }
}

output endpointId string = endpoint.id
