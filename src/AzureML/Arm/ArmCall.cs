using Azure.Core;

namespace Homeostat.AzureML;

/// <summary>What is asked of Azure Resource Manager; travels with every request of the call.</summary>
/// <param name="What">In words, to go behind "to": <c>read the endpoint 'flights'</c>.</param>
/// <param name="Role">Who has the role with this name may.</param>
internal sealed record ArmCall(string What, string Role = ArmCall.Roles.DataScientist)
{
    private const string Key = "homeostat.call";

    /// <summary>Until when all of it must be done.</summary>
    internal DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>How long it may take at most; null: as long as any call.</summary>
    internal TimeSpan? Patience { get; init; }

    /// <summary>The ETag the resource must still have; null when any may.</summary>
    internal string? IfMatch { get; init; }

    /// <summary>Whether a conflict means that another operation is under way, and passes.</summary>
    internal bool WaitsForOthers { get; init; }

    internal Dictionary<string, object?> AsProperties() => new() { [Key] = this };

    internal static ArmCall? Of(HttpMessage message) => message.TryGetProperty(Key, out object? call) ? call as ArmCall : null;

    /// <summary>Names of built-in roles.</summary>
    internal static class Roles
    {
        internal const string DataScientist = "AzureML Data Scientist", MonitoringReader = "Monitoring Reader", Autoscaler = "Homeostat Autoscaler";
    }
}
