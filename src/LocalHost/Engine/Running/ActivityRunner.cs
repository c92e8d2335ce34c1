using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>Runs activities beside the engine's thread, so many at a time. Its methods are called by the engine's thread.</summary>
/// <param name="registry">The activities.</param>
/// <param name="options">How many at a time.</param>
/// <param name="ended">Called, on any thread, with what came out.</param>
internal sealed class ActivityRunner(TaskRegistry registry, EngineOptions options, Action<ActivityJob, HistoryEvent?> ended) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Lane _common = new(options.MaximumParallelActivities);
    private readonly Lane? _heavy = options.Heavy is { } heavy ? new Lane(heavy.Maximum) : null;
    private readonly Dictionary<ActivityJob, Task> _running = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether nothing runs or waits to run.</summary>
    public bool IsIdle => _common.IsIdle && (_heavy is null || _heavy.IsIdle);

    /// <summary>What runs.</summary>
    public Task[] Running => [.. _running.Values];

    /// <summary>Runs it as soon as there is room.</summary>
    public void Start(ActivityJob job)
    {
        if (_closing.IsCancellationRequested) return;
        if (LaneOf(job).Enter(job)) Run(job);
    }

    /// <summary>Makes room.</summary>
    public void Ended(ActivityJob job)
    {
        _running.Remove(job);
        if (LaneOf(job).Leave() is { } next && !_closing.IsCancellationRequested) Run(next);
    }

    /// <summary>Asks what runs to stop, and starts nothing more. From any thread.</summary>
    public void Close() => _closing.Cancel();

    public void Dispose() => _closing.Dispose();

    private void Run(ActivityJob job) => _running.Add(job, Task.Run(() => RunAsync(job)));

    private Lane LaneOf(ActivityJob job) => _heavy is not null && options.Heavy!.Activities.Contains(job.Scheduled.Name!) ? _heavy : _common;

    private async Task RunAsync(ActivityJob job)
    {
        HistoryEvent? answer;
        try
        {
            answer = registry.Activities.TryGetValue(job.Scheduled.Name!, out var activity)
                ? Completed(DurableJson.Write(await activity.Run(null, Input(activity, job.Scheduled), _closing.Token)))
                : Failed(UnknownTask.Activity(job.Scheduled.Name!));
        }
        catch (Exception thrown)
        {
            // What fails because we are closing has not failed: it runs again after the next start.
            answer = _closing.IsCancellationRequested ? null : Failed(TaskFailure.From(thrown));
        }
        ended(job, answer is null ? null : answer with { Task = job.Scheduled.Task, Name = job.Scheduled.Name });
    }

    private static object? Input(TaskEntry activity, HistoryEvent scheduled)
    {
        try
        {
            return DurableJson.Read(scheduled.Payload, activity.InputType);
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidOperationException(Unreadable.Message($"the input of '{activity.Name}'", activity.InputType, unread), unread);
        }
    }

    private static HistoryEvent Completed(JsonElement? result) => new(HistoryKind.ActivityCompleted, default) { Payload = result };

    private static HistoryEvent Failed(TaskFailure failure) => new(HistoryKind.ActivityFailed, default) { Failure = failure };
}
