using System.Globalization;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>One run of a controller: the state as it grows, and what may be done to the world.</summary>
internal sealed class ControllerTurn(OrchestrationContext context, ControllerState state)
{
    private const int AnswersKept = 20;

    private static readonly TaskRetryOptions _retry = new(6, TimeSpan.FromSeconds(5));

    private static readonly TaskRetryOptions _untilJournaled = new(int.MaxValue, TimeSpan.FromSeconds(5)) { Handles = _ => true };

    private readonly List<long> _records = [];

    private readonly string? _rollback = state.Rollback?.Signal;

    internal ControllerState State { get; private set; } = state;

    internal DateTimeOffset Now => context.CurrentUtcDateTime;

    /// <summary>Whether somebody else's edit was found in this run.</summary>
    internal bool FoundEdit { get; private set; }

    /// <summary>The remediation under way.</summary>
    internal Remediation Remediation => State.Remediation ?? throw new InvalidOperationException($"The controller of {State.Model} is in {State.Phase} without a remediation. Report it with the journal's last records.");

    internal void Set(Func<ControllerState, ControllerState> change) => State = change(State);

    internal void SetRemediation(Func<Remediation, Remediation> change) => State = State with { Remediation = change(Remediation) };

    /// <summary>Goes to a phase, by the table of allowed moves, and looks at it at once.</summary>
    internal void MoveTo(Phase phase) => State = State.To(phase) with { NextLook = Now, PhaseSince = phase == State.Phase ? State.PhaseSince : Now };

    internal void LookIn(TimeSpan delay) => State = State with { NextLook = Now + delay };

    internal void LookNever() => State = State with { NextLook = null };

    internal Task<TResult> Call<TResult>(string activity, object? input) => context.CallActivityAsync<TResult>(activity, input, _retry);

    internal Task Call(string activity, object? input) => context.CallActivityAsync(activity, input, _retry);

    /// <summary>
    /// Journals a decision. Its id is its number and its time: a repeated run writes nothing twice, and a controller that was begun anew takes no id of
    /// the one before. What cannot be journaled is not done: while the journal cannot be written, the turn waits here, and signals wait behind it.
    /// </summary>
    internal async Task Journal(string kind, string summary, object evidence)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"controller/{State.Decisions}/{Now.UtcDateTime:yyyyMMddTHHmmss}");
        State = State with { Decisions = State.Decisions + 1, Note = summary };
        var json = DurableJson.Write(evidence) ?? JsonDocument.Parse("{}").RootElement;
        var entry = new JournalEntry(State.Model, Now, id, kind, summary, json);
        _records.Add(await context.CallActivityAsync<long>(ActivityNames.AppendJournal, entry, _untilJournaled));
    }

    /// <summary>Notes what became of a signal, and of the rollback that an earlier one began.</summary>
    internal void Answer(ControllerSignal? signal)
    {
        if ((signal is null ? _rollback : signal.Id) is not { } id) return;
        var answers = State.Answers.IsDefault ? [] : State.Answers;
        int place = answers.IndexOf(answers.FirstOrDefault(answer => answer.Id == id)!);
        answers = place < 0
            ? answers.Add(new SignalAnswer(id, [.. _records])).RemoveRange(0, Math.Max(0, answers.Length + 1 - AnswersKept))
            : answers.SetItem(place, answers[place] with { Records = answers[place].Records.AddRange(_records) });
        State = State with { Answers = answers };
    }

    /// <summary>The policy as it reads now; null when there is none.</summary>
    internal Task<PolicySnapshot?> ReadPolicy() => Call<PolicySnapshot?>(ActivityNames.ReadPolicy, State.Model);

    /// <summary>The endpoint as it reads now. Somebody else's edit since the last look is reported and adopted.</summary>
    internal async Task<EndpointState?> ReadEndpoint(string endpoint)
    {
        var read = await Call<EndpointState?>(ActivityNames.ReadEndpoint, endpoint);
        if (read is null) return null;
        // Deployments of another endpoint are nothing to compare with, or to go back to.
        if (State.Endpoint is { } before && before != endpoint) State = State with { Traffic = null, Writing = null, Champions = [] };
        State = State with { Endpoint = endpoint };
        var observed = TrafficSplit.Of(read);
        // A write whose answer was lost is the loop's own, not somebody else's.
        bool own = observed.Equals(State.Writing);
        if (!own && State.Traffic is { } left && TrafficCheck.Compare(left, observed) is { Same: false } finding)
        {
            FoundEdit = true;
            await Journal(JournalKinds.ForeignEdit, finding.Reason, finding);
        }
        State = State with { Traffic = observed, Writing = null };
        return read;
    }

    /// <summary>Writes traffic, reads it back and journals it.</summary>
    internal async Task<EndpointState> Shift(string endpoint, TrafficSplit split, string why)
    {
        var before = State.Traffic;
        State = State with { Writing = split };
        var read = await Call<EndpointState>(ActivityNames.SetTraffic, new TrafficWrite(endpoint, split) { Model = State.Model, DecidedAt = Now });
        State = State with { Traffic = TrafficSplit.Of(read), Writing = null };
        await Journal(JournalKinds.TrafficShifted, $"Traffic of {endpoint} is now {State.Traffic}: {why}", new { endpoint, before, after = State.Traffic, wanted = split, why });
        return read;
    }
}
