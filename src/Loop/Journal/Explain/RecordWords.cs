using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>One decision: what it was, from what, what came before and after, and whether it comes out the same again.</summary>
internal static class RecordWords
{
    internal static Explanation Of(string model, ExplainedRecord it, Relations relations)
    {
        var record = it.Record;
        var parts = ImmutableArray.CreateBuilder<ExplanationPart>();
        parts.Add(new("What was decided", [JournalBrief.Ended(record.Summary)]));
        if (EventWords.Of(record, it.Columns) is { Count: > 0 } why) parts.Add(new("Why", [.. why]));
        var related = relations.Of(record).ToList();
        // What began it, and what stands nearest.
        Add(parts, "What came before", EventLines.Of(related.Where(other => other.Sequence < record.Sequence), first: 1, last: 4));
        Add(parts, "What followed", EventLines.Of(related.Where(other => other.Sequence > record.Sequence), first: 4, last: 1));
        if (relations.IncidentOf(record) is { } incident)
            parts.Add(new("Part of", [$"{incident.Id}, which began with: {incident.Cause.TrimEnd('.')}. homeostat explain {model} {incident.Id} tells all of it."]));
        parts.Add(new("Decided again", [Again(it.Replay)]));
        return new Explanation($"Record {record.Sequence} of {model}: {record.Kind}, {DurationWords.Of(record.At)}", parts.ToImmutable());
    }

    private static void Add(ImmutableArray<ExplanationPart>.Builder parts, string title, IEnumerable<string> lines)
    {
        if (lines.Any()) parts.Add(new(title, [.. lines]));
    }

    private static string Again(ReplayResult replay) => replay.End switch
    {
        ReplayEnd.Same => "Made again from its evidence just now, the decision is the same, to the last digit.",
        ReplayEnd.NotJudged => "The record tells of a deed, an answer or a fact; there is nothing to decide again.",
        _ => replay.Text,
    };
}
