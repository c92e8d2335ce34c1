namespace Homeostat.Functions;

/// <summary>Names of the app's settings, all of them. Each is in <c>local.settings.json</c> and in the app's settings on Azure; an empty one is as good as none.</summary>
public static class Settings
{
    /// <summary>
    /// The loop's storage, also of the blob triggers: a connection string, or on Azure the three settings <c>{name}__blobServiceUri</c>,
    /// <c>{name}__queueServiceUri</c>, <c>{name}__clientId</c>.
    /// </summary>
    public const string Storage = "HomeostatStorage";

    /// <summary>Id of the workspace's subscription.</summary>
    public const string Subscription = "AZUREML_SUBSCRIPTION";

    /// <summary>The workspace's resource group.</summary>
    public const string ResourceGroup = "AZUREML_RESOURCE_GROUP";

    /// <summary>The workspace.</summary>
    public const string Workspace = "AZUREML_WORKSPACE";

    /// <summary>Where Azure Resource Manager answers; none: the public cloud.</summary>
    public const string ResourceManager = "AZUREML_RESOURCE_MANAGER";

    /// <summary>SHA-256 of an emulator's certificate; none: certificates are checked as usual.</summary>
    public const string Certificate = "AZUREML_CERTIFICATE";

    /// <summary>The loop's storage as the workspace's jobs see it; none: the datastore named homeostat.</summary>
    public const string DataRoot = "AZUREML_DATA_ROOT";

    /// <summary>Address of the container that the endpoints' data collectors write to; none: the loop's own storage.</summary>
    public const string Collector = "COLLECTOR_CONTAINER";

    /// <summary>Id of the environment that the built-in trainer runs in; none: policies name one.</summary>
    public const string TrainerEnvironment = "TRAINER_ENVIRONMENT";

    /// <summary>Id of the compute that the built-in trainer runs on; none: serverless.</summary>
    public const string TrainerCompute = "TRAINER_COMPUTE";

    /// <summary>Where telemetry goes; none: nowhere.</summary>
    public const string Telemetry = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Client id of the app's user-assigned identity; none: the system's own.</summary>
    public const string Identity = "AZURE_CLIENT_ID";
}
