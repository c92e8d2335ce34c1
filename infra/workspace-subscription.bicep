// Who hears of breaches that the workspace's own monitor finds. Run by the hook, in the workspace's resource group.
param appId string
param workspaceTopicName string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: workspaceTopicName
}

resource breaches 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'homeostat-monitor-breaches'
  properties: {
    destination: {
      endpointType: 'AzureFunction'
      properties: { resourceId: '${appId}/functions/MonitorBreached', maxEventsPerBatch: 1 }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.MachineLearningServices.RunStatusChanged']
      // Only runs of a monitor that found a threshold violated have this tag with these words.
      advancedFilters: [
        {
          operatorType: 'StringContains'
          key: 'data.RunTags.azureml_modelmonitor_threshold_breached'
          values: ['has failed due to one or more features violating metric thresholds']
        }
      ]
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
  }
}
