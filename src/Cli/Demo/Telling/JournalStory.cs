using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>
/// Records of the journal as lines of the story: what the loop decided, in its own words and shorter. What only prepares a decision is left out; the
/// journal has all of it.
/// </summary>
internal static class JournalStory
{
    private const string Advance = "Advance: ", TrafficIs = "Traffic of flights is now ", InQuarantine = " is in quarantine: ";

    /// <summary>The line; null when the record is none of the story.</summary>
    internal static (string Text, Tone Tone)? Of(SeenRecord seen) => seen.Kind switch
    {
        JournalKinds.BatchQuarantined => ($"Quarantine: {Sentences(Behind(seen.Summary, InQuarantine), 0, 1)}", Tone.Good),
        JournalKinds.Judged => ($"Judged: {Sentences(seen.Summary, 0)}", Tone.Plain),
        JournalKinds.PerformanceJudged => ($"Labels: {Sentences(seen.Summary, 0)}", Tone.Plain),
        JournalKinds.Triaged => ($"Cause: {Sentences(seen.Summary, 0)}", Tone.Plain),
        JournalKinds.RetrainDecided => ($"Retraining: {Sentences(seen.Summary, 0)}", Tone.Plain),
        JournalKinds.JobSubmitted or JournalKinds.JobEnded => ($"Training: {Sentences(seen.Summary, 0)}", Tone.Plain),
        JournalKinds.GatesJudged => ($"Gates: {Sentences(seen.Summary, 0, 1)}", Tone.Plain),
        JournalKinds.UndoPrepared => ($"Way back: {seen.Summary}", Tone.Aside),
        JournalKinds.TrafficShifted => ($"Traffic: {Behind(seen.Summary, TrafficIs)}", Tone.Plain),
        // Requests that were needed and requests that failed; time, latency and answers were looked at as well.
        JournalKinds.StepJudged when seen.Summary.StartsWith(Advance, StringComparison.Ordinal) => ($"Advance: {Sentences(seen.Summary[Advance.Length..], 0, 2)}", Tone.Aside),
        JournalKinds.StepJudged => (seen.Summary, Tone.Plain),
        JournalKinds.Promoted => ($"Promoted: {seen.Summary}", Tone.Good),
        JournalKinds.RolledBack => ($"Rolled back, and proved: {seen.Text("decision", "deployment")} answers a probe.", Tone.Good),
        JournalKinds.BatchAccepted or JournalKinds.LabelsJoined or JournalKinds.PolicyChanged => null,
        _ => ($"{seen.Kind}: {seen.Summary}", Tone.Bad),
    };

    /// <summary>Some sentences of a text, by their places.</summary>
    internal static string Sentences(string text, params int[] places)
    {
        string[] all = text.Split(". ");
        return string.Join(" ", places.Where(place => place < all.Length).Select(place => all[place].TrimEnd('.') + (all[place].EndsWith('?') ? "" : ".")));
    }

    private static string Behind(string text, string what) => text.IndexOf(what, StringComparison.Ordinal) is >= 0 and var at ? text[(at + what.Length)..] : text;
}
