// What wakes somebody. docs/operations.md has a section for each: what it means, what to look at, what to do.
param location string
param tags object
param logsName string
param actionGroupName string
param prefix string
@description('Who is told. Empty: nobody, the alerts are only shown.')
param email string

// The app writes a trace for each record of a journal, with its model, kind and summary; none is left out by sampling, and one may come twice.
var decisions = 'AppTraces | where isnotempty(tostring(Properties.Kind)) | extend Model = tostring(Properties.Model), Kind = tostring(Properties.Kind), Summary = tostring(Properties.Summary) | summarize arg_min(TimeGenerated, Summary) by Model, Kind, Id = tostring(Properties.Id) '
var alerts = [
  {
    name: 'stuck-controller'
    title: 'Homeostat: a controller is stuck'
    severity: 1
    window: 'PT15M'
    threshold: 0
    query: '${decisions}| where Kind == "trouble" and Summary startswith "The controller"'
  }
  {
    name: 'failed-rollback'
    title: 'Homeostat: a rollback failed, or the loop calls a person'
    severity: 0
    window: 'PT5M'
    threshold: 0
    query: '${decisions}| where Kind in ("escalated", "rollback-refused")'
  }
  {
    name: 'quarantine-growing'
    title: 'Homeostat: quarantine grows'
    severity: 2
    window: 'PT6H'
    threshold: 2
    query: '${decisions}| where Kind == "batch-quarantined"'
  }
  {
    name: 'failing-activities'
    title: 'Homeostat: activities keep failing'
    severity: 2
    window: 'PT30M'
    threshold: 20
    query: 'AppTraces | where isnotempty(tostring(Properties.Activity)) and SeverityLevel >= 2 | extend Model = tostring(Properties.Activity)'
  }
]

resource logs 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: logsName
}

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'homeostat'
    enabled: true
    emailReceivers: empty(email) ? [] : [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in alerts: {
  name: '${prefix}${alert.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: alert.title
    description: 'What it means and what to do: docs/operations.md, ${alert.name}'
    severity: alert.severity
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT5M'
    windowSize: alert.window
    autoMitigate: true
    // A new workspace has no such table until the app has written to it.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: alert.threshold
          dimensions: [{ name: 'Model', operator: 'Include', values: ['*'] }]
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [group.id] }
  }
}]
