namespace Homeostat.AzureML;

/// <summary>Stable codes of this adapter's errors; docs/errors.md explains each.</summary>
public static class AzureMLErrors
{
    /// <summary>An endpoint, or a deployment that is needed, is not there.</summary>
    public const string EndpointMissing = "HS3101";

    /// <summary>The subscription, resource group or workspace is not there.</summary>
    public const string WorkspaceMissing = "HS3102";

    /// <summary>Nobody, or somebody with an expired credential, is signed in.</summary>
    public const string Credential = "HS3103";

    /// <summary>The identity lacks a role.</summary>
    public const string Forbidden = "HS3104";

    /// <summary>The service refused a request as wrong.</summary>
    public const string Refused = "HS3105";

    /// <summary>A long-running operation ended badly.</summary>
    public const string OperationFailed = "HS3106";

    /// <summary>The service answered something that is not its documented form.</summary>
    public const string Unreadable = "HS3107";

    /// <summary>The adapter's options contradict themselves or leave something out.</summary>
    public const string Options = "HS3108";

    /// <summary>A deployment that has live traffic was to be deleted.</summary>
    public const string LiveTraffic = "HS3109";
}
