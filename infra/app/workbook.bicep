// One page on the loop, in the portal: decisions, verdicts, rollouts, quarantine, failures.
param location string
param tags object
param logsName string

resource logs 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: logsName
}

resource workbook 'Microsoft.Insights/workbooks@2022-04-01' = {
  name: guid(resourceGroup().id, 'homeostat-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Homeostat'
    category: 'workbook'
    sourceId: logs.id
    serializedData: loadTextContent('workbook.json')
  }
}
