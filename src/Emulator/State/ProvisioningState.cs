namespace Homeostat.Emulator;

/// <summary>Provisioning states of endpoints and deployments, in Azure's words.</summary>
internal static class ProvisioningState
{
    internal const string Creating = "Creating", Updating = "Updating", Scaling = "Scaling", Deleting = "Deleting", Succeeded = "Succeeded", Failed = "Failed";
}
