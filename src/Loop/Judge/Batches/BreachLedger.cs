using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What the breach rules remember of a model's champion; begins anew with the next one.</summary>
internal sealed record BreachLedger
{
    private const int OutcomesKept = 60;

    /// <summary>When the champion it is about was promoted, UTC; null for the one before the loop.</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    public ImmutableSortedDictionary<string, BreachState> States { get; init; } = ImmutableSortedDictionary<string, BreachState>.Empty;

    /// <summary>The latest updates: one that is asked for again, after a crash, gives what it gave.</summary>
    public ImmutableArray<BreachOutcome> Outcomes { get; init; } = [];

    /// <summary>What the latest batch showed.</summary>
    public DriftSummary? Drift { get; init; }

    /// <summary>What the latest labels showed.</summary>
    public PerformanceNote? Performance { get; init; }

    internal BreachOutcome? Find(string id, BreachSignal signal) => Outcomes.FirstOrDefault(outcome => outcome.Id == id && outcome.Signal == signal);

    internal BreachLedger Update(string id, BreachSignal signal, BreachSample sample, JudgeOptions options, DateTimeOffset at)
    {
        if (Find(id, signal) is not null) return this;
        var before = States.GetValueOrDefault(signal.ToString()) ?? BreachState.Empty;
        var (after, verdict) = BreachPolicy.Update(before, sample, options, at);
        return this with
        {
            States = States.SetItem(signal.ToString(), after),
            Outcomes = [.. Outcomes.Add(new BreachOutcome(id, signal, before, sample, at, verdict)).TakeLast(OutcomesKept)],
        };
    }
}
