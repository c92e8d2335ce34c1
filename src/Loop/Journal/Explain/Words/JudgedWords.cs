using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Why a batch, labels or a cause were judged as they were.</summary>
internal static class JudgedWords
{
    private const int Shown = 8;

    /// <summary>A judged batch; with what its counts give column by column, where they are at hand.</summary>
    internal static IEnumerable<string> Of(JudgedRecord it, DriftVerdict? columns)
    {
        yield return $"The batch alone: {Of(it.Drift)}.";
        if (columns is not null) foreach (string line in Signals(columns.Features)) yield return line;
        foreach (var window in it.Windows) yield return $"{Say.Sentences(window.Reason)}. {window.Verdict} by {window.Rule} (n {Words.Count(window.Rows)} rows).";
        foreach (string note in it.Windows.SelectMany(window => window.Selection.Notes).Distinct()) yield return note;
        if (it.AgainstLastWeek is { } week) yield return $"Against the batch of this time a week ago it would be: {JsonNames.Of(week)}.";
        yield return $"Counts '{it.Fingerprint.Name}' were held against '{it.Reference.Name}', at a chance of {Words.Percent(it.Options.Drift.Alpha)} of a false alarm.";
    }

    internal static IEnumerable<string> Of(TriagedRecord it)
    {
        var (triage, evidence) = (it.Triage, it.Triage.Evidence);
        yield return $"The rule {triage.Rule} names the cause: {Names.Of(triage.Cause)}; what is done about it: {Names.Of(triage.Action)}.";
        if (evidence.Drift is { } drift) yield return $"Drift: {Of(drift)}.";
        if (evidence.Quality is { } quality) yield return $"Quality: {JsonNames.Of(quality)}; {evidence.QualityReason}.";
        if (evidence.Performance is { } performance) yield return $"Performance: {JsonNames.Of(performance)}{(evidence.PerformanceReason is { } why ? $"; {why}" : "")}.";
        if (evidence.AgainstLastWeek is { } week) yield return $"Against this time a week ago: {JsonNames.Of(week)}.";
        if (evidence.SincePromotion is { } since) yield return $"The champion was promoted {DurationWords.About(since)} before.";
        foreach (var breach in it.Breaches) yield return $"{breach.Signal}: {breach.Verdict.Reason}. {(breach.Verdict.IsConfirmed ? "Confirmed" : "Not confirmed")} by {breach.Verdict.Rule} (observed {breach.Verdict.Observed}, threshold {breach.Verdict.Threshold}, n {breach.Verdict.Count}).";
        if (!triage.AlsoApplied.IsEmpty) yield return $"Rules further down that would have applied as well: {string.Join(", ", triage.AlsoApplied)}.";
        yield return it.Cause is { } cause ? $"The controller was told: {Names.Of(cause)}." : "The controller was told nothing.";
    }

    internal static IEnumerable<string> Of(PerformanceRecord it)
    {
        var verdict = it.Verdict;
        string interval = verdict is { Lower: { } lower, Upper: { } upper } ? $"interval {Words.Number(lower)} to {Words.Number(upper)}" : "";
        yield return $"{verdict.Verdict} by {verdict.Rule}: {verdict.Reason}. {RuleLines.Numbers(verdict.Observed, verdict.Threshold, verdict.Window is { } seen ? Words.Count(seen.Rows) : null, interval)}".TrimEnd();
        if (verdict.Window is { } window) yield return $"The labelled rows: {Of(window)}.";
        if (verdict.Baseline is { } baseline) yield return $"The baseline: {Of(baseline)}.";
        if (verdict.NeededRows is { } needed) yield return $"About {Words.RoundedUp(needed)} labelled rows would tell.";
        if (it.IsBaseline) yield return "These rows are the baseline from now on: the champion left none.";
    }

    private static IEnumerable<string> Signals(ImmutableArray<FeatureVerdict> features)
    {
        var told = features.SelectMany(feature => feature.Signals.Where(signal => signal.Verdict != Verdict.Pass).Select(signal => (feature.Name, signal))).ToList();
        foreach (var (name, signal) in told.Take(Shown)) yield return RuleLines.Of(name, signal);
        if (told.Count > Shown) yield return $"{Words.Count(told.Count - Shown)} more signals did not pass; the batch's report shows all.";
    }

    private static string Of(DriftSummary drift) => $"{JsonNames.Of(drift.Verdict)}; {drift.Reason}{(drift.Features > 0 ? $" ({Words.Count(drift.DriftedFeatures.Length)} of {Say.Count(drift.Features, "feature")} drifted)" : "")}";

    private static string Of(LabelledWindow window)
    {
        string value = window.Value is { } known ? Words.Number(known) : "not to be told";
        string interval = window is { Lower: { } lower, Upper: { } upper } ? $", {Words.Number(100 * window.Confidence)} % interval {Words.Number(lower)} to {Words.Number(upper)}" : "";
        return $"{MetricWords.Of(window.Metric)} {value} on {Say.Count(window.Rows, "row")}{interval} ({window.Method})";
    }
}
