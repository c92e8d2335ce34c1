// The Durable Task Scheduler, when it keeps orchestrations in place of Azure Storage.
param name string
param taskHubName string
param location string
param tags object
param appPrincipalId string

var roleIds = {
  'Durable Task Data Contributor': '0ad04412-c4d5-4796-b79c-f76d14c8d402'
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // An empty list would refuse everybody; who may enter is decided by roles.
    ipAllowlist: ['0.0.0.0/0']
    sku: { name: 'Consumption' }
  }

  resource hub 'taskHubs' = {
    name: taskHubName
    properties: {}
  }
}

resource appOnScheduler 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler.id, appPrincipalId, roleIds['Durable Task Data Contributor'])
  scope: scheduler
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds['Durable Task Data Contributor'])
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}
