using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// Confirms a breach when k of the latest n batches failed, and not again before the cooldown is over. Keep one state a signal (drift, predictions,
/// performance): they breach apart.
/// </summary>
public static class BreachPolicy
{
    /// <summary>Name and version.</summary>
    public const string Rule = "breach/1";

    /// <summary>Features remembered of a failed batch.</summary>
    public const int FeaturesKept = 20;

    /// <summary>The state with one more batch, and what it means now.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="sample">The batch.</param>
    /// <param name="options">How many of how many, and the cooldown.</param>
    /// <param name="at">When the batch was judged, UTC.</param>
    public static (BreachState State, BreachVerdict Verdict) Update(BreachState state, BreachSample sample, JudgeOptions options, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        bool says = sample.Verdict is Verdict.Pass or Verdict.Fail;
        bool isNew = says && !state.Recent.Any(mark => mark.Batch == sample.Batch);
        if (isNew) state = state with { Recent = Append(state.Recent, sample, options.BreachesAmong, at) };
        var verdict = Judge(state, sample, options, at);
        if (!says || !isNew) return (state, says ? verdict : verdict with { Verdict = Verdict.Error, Reason = $"the batch is {JsonNames.Of(sample.Verdict)} and counts neither way; {verdict.Reason}" });
        if (sample.Verdict == Verdict.Pass || verdict.Observed < options.BreachesNeeded || verdict.CooldownUntil is not null) return (state, verdict);
        return (state with { ConfirmedAt = at }, verdict with
        {
            Verdict = Verdict.Fail,
            Reason = $"{verdict.Reason}: a breach is confirmed",
            CooldownUntil = at + options.Cooldown,
        });
    }

    private static ImmutableArray<BreachMark> Append(ImmutableArray<BreachMark> recent, BreachSample sample, int among, DateTimeOffset at)
    {
        var mark = new BreachMark(sample.Batch, at, sample.Verdict == Verdict.Fail) { Features = [.. sample.Features.Take(FeaturesKept)] };
        return [.. recent.Add(mark).TakeLast(Math.Max(1, among))];
    }

    private static BreachVerdict Judge(BreachState state, BreachSample sample, JudgeOptions options, DateTimeOffset at)
    {
        int failed = state.Recent.Count(mark => mark.Failed);
        var cooldown = state.ConfirmedAt is { } confirmed && at < confirmed + options.Cooldown ? confirmed + options.Cooldown : (DateTimeOffset?)null;
        var features = FeaturesOf(state.Recent);
        string most = features.IsEmpty ? "" : $", most often {string.Join(", ", features.Take(3).Select(f => Words.Quoted(f.Name)))}";
        return new BreachVerdict
        {
            Verdict = sample.Verdict == Verdict.Fail ? Verdict.Inconclusive : Verdict.Pass,
            Observed = failed,
            Threshold = options.BreachesNeeded,
            Count = state.Recent.Length,
            Reason = $"{failed} of the latest {state.Recent.Length} batches failed, {options.BreachesNeeded} of {options.BreachesAmong} are needed{most}"
                + (cooldown is { } until ? FormattableString.Invariant($"; cooling down until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : ""),
            Features = features,
            CooldownUntil = cooldown,
        };
    }

    private static ImmutableArray<BreachFeature> FeaturesOf(ImmutableArray<BreachMark> recent) =>
        [.. recent.SelectMany(mark => mark.Features).GroupBy(name => name, StringComparer.Ordinal).Select(group => new BreachFeature(group.Key, group.Count()))
            .OrderByDescending(feature => feature.Times).ThenBy(feature => feature.Name, StringComparer.Ordinal)];
}
