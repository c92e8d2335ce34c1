// Who hears of new files. Run by the hook after the app is deployed, because the key of its webhook exists only then; may be run again at any time.
param appName string
param storageName string
param storageTopicName string

// A container, and the function whose trigger reads it.
var listeners = [
  { name: 'policies', container: 'policies', function: 'PolicyChanged' }
  { name: 'batches', container: 'batches', function: 'BatchArrived' }
  { name: 'labels', container: 'labels', function: 'LabelsArrived' }
]

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource host 'Microsoft.Web/sites/host@2025-03-01' existing = {
  parent: site
  name: 'default'
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: storageTopicName
}

@batchSize(1)
resource each 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [for listener in listeners: {
  parent: topic
  name: listener.name
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${site.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${listener.function}&code=${host.listKeys().systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // Without the slash at its end a container whose name begins alike would be heard of as well.
      subjectBeginsWith: '/blobServices/default/containers/${listener.container}/'
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: storage.id, blobContainerName: 'dead-letters' }
      }
    }
  }
}]
