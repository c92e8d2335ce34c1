using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>An incident from its cause to its end.</summary>
internal static class IncidentWords
{
    internal static Explanation Of(string model, Incident incident, IReadOnlyList<JournalRecord> records)
    {
        var of = incident.Records.ToHashSet();
        var told = records.Where(record => of.Contains(record.Sequence)).ToList();
        return new Explanation($"{incident.Id} of {model}: {Took(incident)}",
        [
            new("Why it began", [JournalBrief.Ended(incident.Cause)]),
            new("What happened", [.. told.Select(EventLines.Of)]),
            new("How it ended", [incident.End ?? "It is not over yet."]),
        ]);
    }

    /// <summary>"2026-03-02 08:00 to 09:11 UTC, 1 hour and 11 minutes".</summary>
    internal static string Took(Incident incident)
    {
        if (incident.To is not { } to) return $"since {DurationWords.Of(incident.From)}, not over yet";
        return to == incident.From ? DurationWords.Of(to) : $"{DurationWords.Of(incident.From)} to {DurationWords.Of(to)}, {DurationWords.About(to - incident.From)}";
    }
}
