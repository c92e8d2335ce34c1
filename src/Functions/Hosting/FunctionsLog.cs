using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>What the app tells operators, all of it. What is decided about models stands in the journal.</summary>
internal static partial class FunctionsLog
{
    [LoggerMessage(1, LogLevel.Information, "'{Blob}': {What}")]
    internal static partial void Arrived(ILogger log, string blob, string what);

    [LoggerMessage(2, LogLevel.Information, "Found {Controllers} new models, {Batches} batches and {Labels} label files that no event told of.")]
    internal static partial void Found(ILogger log, int controllers, int batches, int labels);

    [LoggerMessage(3, LogLevel.Information, "{Model}: {Told}")]
    internal static partial void Noticed(ILogger log, string model, string told);

    [LoggerMessage(4, LogLevel.Warning, "{Model} could not be looked at in full: {Problem}")]
    internal static partial void NotMonitored(ILogger log, string model, string problem);

    [LoggerMessage(5, LogLevel.Warning, "{Activity} failed and may be tried again: {Reason}")]
    internal static partial void ActivityFailed(ILogger log, string activity, string reason);

    [LoggerMessage(6, LogLevel.Error, "'{Instance}' failed: {Reason}")]
    internal static partial void OrchestrationFailed(ILogger log, string instance, string reason);

    [LoggerMessage(7, LogLevel.Information, "{Model} was told of a breach: {Reason}")]
    internal static partial void BreachTaken(ILogger log, string model, string reason);

    [LoggerMessage(8, LogLevel.Warning, "{Reason}")]
    internal static partial void BreachUnknown(ILogger log, string reason);

    [LoggerMessage(9, LogLevel.Information, "Forgot {Count} orchestrations that ended a while ago.")]
    internal static partial void Purged(ILogger log, int count);

    [LoggerMessage(10, LogLevel.Information, "An event that tells of no violated threshold was left aside.")]
    internal static partial void NoBreach(ILogger log);

    // The members' names are what alerts and the workbook ask for: infra/app/alerts.bicep.
    [LoggerMessage(11, LogLevel.Information, "{Model} {Kind}: {Summary} ({Id})")]
    internal static partial void Decided(ILogger log, string model, string kind, string summary, string id);
}
