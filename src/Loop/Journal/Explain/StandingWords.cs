using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Where a model stands and why, from its journal.</summary>
internal static class StandingWords
{
    internal static Explanation Of(string model, IReadOnlyList<JournalRecord> records)
    {
        var fold = JournalFold.Of(records);
        var parts = ImmutableArray.CreateBuilder<ExplanationPart>();
        parts.Add(new("Where it stands", Stands(model, fold, records)));
        if (fold.Incidents.Count > 0) parts.Add(Last(fold.Incidents[^1], records));
        if (Data(records) is { IsEmpty: false } data) parts.Add(new("What its data said last", data));
        parts.Add(new("What comes next", [.. NextWords.Of(model, fold, records)]));
        return new Explanation($"{model} is {PhaseWords.Of(fold.Phase)}{(fold.Paused is null ? "" : ", and paused")}", parts.ToImmutable());
    }

    private static ImmutableArray<string> Stands(string model, JournalFold fold, IReadOnlyList<JournalRecord> records)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        string since = fold.Since is { } record ? $" since {DurationWords.Of(record.At)}" : records.Count == 0 ? "" : $" as far back as these records go, {DurationWords.Of(records[0].At)}";
        lines.Add($"{model} is {PhaseWords.Of(fold.Phase)}{since}.");
        if (fold.Since is { } why) lines.Add($"Why: {JournalBrief.WithCause(why)} (record {why.Sequence})");
        if (fold.Paused is { } paused) lines.Add($"The loop only watches: {JournalBrief.Ended(paused.Summary)} (record {paused.Sequence})");
        if (fold.Waiting is { } waiting) lines.Add($"A retraining waits: {JournalBrief.Ended(waiting.Summary)} (record {waiting.Sequence})");
        return lines.ToImmutable();
    }

    private static ExplanationPart Last(Incident incident, IReadOnlyList<JournalRecord> records)
    {
        var of = incident.Records.ToHashSet();
        var lines = ImmutableArray.Create($"Cause: {JournalBrief.Ended(incident.Cause)}");
        return new($"The last incident, {incident.Id}: {IncidentWords.Took(incident)}", [.. lines, .. EventLines.Of(records.Where(record => of.Contains(record.Sequence)), first: 6, last: 6), .. Ended(incident)]);
    }

    private static IEnumerable<string> Ended(Incident incident) => incident.End is { } end ? [$"End: {end}"] : [];

    /// <summary>The latest record of each kind about data.</summary>
    private static ImmutableArray<string> Data(IReadOnlyList<JournalRecord> records)
    {
        string[] kinds = [JournalKinds.Judged, JournalKinds.PerformanceJudged, JournalKinds.LabelsJoined, JournalKinds.BatchQuarantined];
        var latest = kinds.Select(kind => records.LastOrDefault(record => record.Kind == kind)).OfType<JournalRecord>();
        return [.. EventLines.Of(latest.OrderBy(record => record.Sequence), first: 4, last: 0)];
    }
}
