using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>What the host tells operators, all of it. What is decided about models stands in the journal.</summary>
internal static partial class LoopLog
{
    [LoggerMessage(1, LogLevel.Information, "The loop runs on '{Folder}'.")]
    internal static partial void Started(ILogger log, string folder);

    [LoggerMessage(2, LogLevel.Information, "The loop on '{Folder}' has stopped; what was acknowledged goes on with the next start.")]
    internal static partial void Stopped(ILogger log, string folder);

    [LoggerMessage(3, LogLevel.Error, "Nothing is accepted for the time being. {Reason}")]
    internal static partial void Waits(ILogger log, string reason);

    [LoggerMessage(4, LogLevel.Warning, "'{Folder}' can be written again: the loop goes on where it was.")]
    internal static partial void GoesOn(ILogger log, string folder);

    [LoggerMessage(5, LogLevel.Critical, "The loop ended by itself. {Reason}")]
    internal static partial void Ended(ILogger log, string reason, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "Folders of '{Folder}' are not watched: {Reason} What is dropped is found by the periodic scan, a little later. On Linux, look at fs.inotify.max_user_instances and max_user_watches.")]
    internal static partial void WatchLost(ILogger log, string folder, string reason);

    [LoggerMessage(7, LogLevel.Information, "Folders of '{Folder}' are watched again.")]
    internal static partial void WatchAgain(ILogger log, string folder);

    [LoggerMessage(8, LogLevel.Error, "The job '{Job}' failed: {Reason} It is tried again when its time comes.")]
    internal static partial void JobFailed(ILogger log, string job, string reason, Exception exception);

    [LoggerMessage(9, LogLevel.Information, "The job '{Job}' works again.")]
    internal static partial void JobGoesOn(ILogger log, string job);

    [LoggerMessage(10, LogLevel.Information, "Found {Controllers} new models, {Batches} batches and {Labels} label files.")]
    internal static partial void Found(ILogger log, int controllers, int batches, int labels);

    [LoggerMessage(11, LogLevel.Warning, "{Activity} of '{Instance}' failed and may be tried again: {Reason}")]
    internal static partial void ActivityFailed(ILogger log, string activity, string instance, string reason);

    [LoggerMessage(12, LogLevel.Error, "'{Instance}' failed: {Reason}")]
    internal static partial void OrchestrationFailed(ILogger log, string instance, string reason);

    [LoggerMessage(13, LogLevel.Warning, "'{Path}' is left out: {Reason}")]
    internal static partial void LeftOut(ILogger log, string path, string reason);

    [LoggerMessage(14, LogLevel.Information, "Forgot {Count} orchestrations that ended a while ago.")]
    internal static partial void Purged(ILogger log, int count);

    [LoggerMessage(15, LogLevel.Information, "{Model}: {Told}")]
    internal static partial void Noticed(ILogger log, string model, string told);

    [LoggerMessage(16, LogLevel.Warning, "{Model} could not be looked at in full: {Problem}")]
    internal static partial void NotMonitored(ILogger log, string model, string problem);

    [LoggerMessage(17, LogLevel.Warning, "'{Instance}' had ended ({Status}); it is started again with all it knew.")]
    internal static partial void ControllerStartedAgain(ILogger log, string instance, OrchestrationStatus status);
}
