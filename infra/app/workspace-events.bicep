// What tells the app of breaches that a workspace's own monitor finds. It stands beside the workspace, as Event Grid wants it.
param topicName string
param workspaceName string
param tags object

resource workspace 'Microsoft.MachineLearningServices/workspaces@2025-06-01' existing = {
  name: workspaceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: workspace.location
  tags: tags
  properties: {
    source: workspace.id
    topicType: 'Microsoft.MachineLearningServices.Workspaces'
  }
}

output topicName string = topic.name
