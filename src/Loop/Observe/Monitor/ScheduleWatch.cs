namespace Homeostat.Loop;

/// <summary>Keeps the policy's schedule: each due time asks for a retraining once, and those that were missed ask together once.</summary>
internal static class ScheduleWatch
{
    // A mark so far ahead was set by a clock that was wrong then: waiting until the mark comes could take years.
    private static readonly TimeSpan _clockWasWrong = TimeSpan.FromDays(1);

    internal static async Task LookAsync(MonitorTurn turn, CancellationToken cancellation)
    {
        var mark = (await turn.UpdateAsync(state => Advance(state, turn.Policy.Triggers.Schedule, turn.Now), cancellation)).Schedule;
        if (mark?.Due is not { } due) return;
        string reason = $"the schedule '{mark.Schedule}' was due at {DurationWords.Of(due)}";
        await turn.SignalAsync(new ControllerSignal(SignalKind.Retrain, turn.Now, "schedule", reason)
        {
            Id = FormattableString.Invariant($"schedule/{due.UtcDateTime:yyyyMMdd'T'HHmm}"), Cause = RetrainCause.Schedule,
        }, cancellation);
        turn.Did($"A retraining is asked for: {reason}.");
        await turn.UpdateAsync(state => state.Schedule?.Due == due ? state with { Schedule = state.Schedule with { Due = null } } : null, cancellation);
    }

    /// <summary>The state with the next due time claimed; null when there is nothing to change.</summary>
    internal static MonitorState? Advance(MonitorState state, string? schedule, DateTimeOffset now)
    {
        if (schedule is null) return state.Schedule is null ? null : state with { Schedule = null };
        // What was due before the schedule was known is not made up for.
        if (state.Schedule?.Schedule != schedule) return state with { Schedule = new ScheduleMark(schedule, now) };
        var mark = state.Schedule;
        if (mark.Kept - now > _clockWasWrong) return state with { Schedule = mark with { Kept = now } };
        if (!CronSchedule.TryParse(schedule, out var cron, out _) || Latest(cron, mark.Kept, now) is not { } due) return null;
        return state with { Schedule = mark with { Kept = due, Due = due } };
    }

    /// <summary>The latest due time after one and up to another; null when there is none.</summary>
    private static DateTimeOffset? Latest(CronSchedule cron, DateTimeOffset after, DateTimeOffset until)
    {
        if (cron.Next(after) is not { } latest || latest > until) return null;
        // By halves: after years of standing still a schedule of minutes was due a million times.
        for (var step = until - latest; step >= TimeSpan.FromSeconds(30); step /= 2)
            while (latest + step <= until && cron.Next(latest + step) is { } later && later <= until) latest = later;
        while (cron.Next(latest) is { } next && next <= until) latest = next;
        return latest;
    }
}
