namespace Homeostat.Emulator;

/// <summary>Versions of the contract that are answered; any other is refused, as its shapes may differ.</summary>
internal static class ArmVersions
{
    internal const string Default = "2024-10-01";

    /// <summary>Of Microsoft.MachineLearningServices: compared member by member with the first.</summary>
    internal static readonly string[] MachineLearning = [Default, "2025-06-01", "2025-12-01"];

    /// <summary>Of Microsoft.Insights metrics.</summary>
    internal static readonly string[] Metrics = ["2024-02-01", "2023-10-01", "2018-01-01"];

    /// <summary>Of Microsoft.Insights autoscale settings.</summary>
    internal static readonly string[] Autoscale = ["2022-10-01", "2015-04-01"];

    /// <summary>Of subscriptions, resource groups and providers.</summary>
    internal static readonly string[] Resources = [];

    internal static ArmAnswer? Refuse(string? version, string[] supported)
    {
        if (string.IsNullOrEmpty(version))
        {
            return ArmAnswer.Error(400, "MissingApiVersionParameter",
                "The api-version query parameter (?api-version=) is required for all requests. Without it the shape of the answer is not defined. Add one.");
        }
        // Subscriptions, groups and providers have had the same few members in all versions.
        if (supported.Length == 0 || supported.Contains(version, StringComparer.OrdinalIgnoreCase)) return null;
        return ArmAnswer.Error(400, "NoRegisteredProviderFound",
            $"API version '{version}' is not emulated. Its shapes may differ, so no answer is guessed. Use one of: {string.Join(", ", supported)}.");
    }
}
