using System.Text.Json;
using Microsoft.DurableTask;

namespace Homeostat.Functions;

/// <summary>
/// Events of one name, none of them lost. The Durable worker gives an event to whoever waited last, even when that wait was cancelled, and then it is gone;
/// so there is one wait here that is never cancelled, and what it got stays for whoever asks next, or goes along into the next run.
/// </summary>
/// <param name="context">Where events arrive.</param>
/// <param name="name">Their name.</param>
internal sealed class EventInbox(TaskOrchestrationContext context, string name)
{
    private Task<JsonElement?>? _open;
    private bool _leaving;

    /// <summary>The next event.</summary>
    internal async Task<JsonElement?> NextAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var arrival = _open ??= context.WaitForExternalEvent<JsonElement?>(name, CancellationToken.None);
        if (cancellation.CanBeCanceled && !arrival.IsCompleted)
        {
            var cancelled = new TaskCompletionSource();
            using var registration = cancellation.Register(() => cancelled.TrySetResult());
            await Task.WhenAny(arrival, cancelled.Task);
            if (!arrival.IsCompleted) throw new TaskCanceledException($"Nobody waits for the event '{name}' any longer.");
        }
        var payload = await arrival;
        if (_open == arrival) _open = null;
        return payload;
    }

    /// <summary>Sends what came and nobody took on to the next run of the instance; also what comes yet while this one ends.</summary>
    internal void LeaveForNextRun()
    {
        if (_open is not { } arrival || _leaving) return;
        _leaving = true;
        if (arrival.IsCompleted) SendOn(arrival);
        else arrival.ContinueWith(SendOn, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Current);
    }

    private void SendOn(Task<JsonElement?> arrival) => context.SendEvent(context.InstanceId, name, (object?)arrival.Result ?? Payloads.Null);
}
