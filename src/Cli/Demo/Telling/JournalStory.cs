using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Records of the journal as lines of the story: what the loop decided, in its own words. What only prepares a decision is left out.</summary>
internal static class JournalStory
{
    private const int Longest = 330;

    /// <summary>The line; null when the record is none of the story.</summary>
    internal static (string Text, Tone Tone)? Of(SeenRecord seen) => seen.Kind switch
    {
        JournalKinds.BatchQuarantined => ($"Quarantine: {Shortened(seen.Summary)}", Tone.Good),
        JournalKinds.Judged => ($"Judged: {Shortened(seen.Summary)}", Tone.Plain),
        JournalKinds.PerformanceJudged => ($"Labels: {Shortened(seen.Summary)}", Tone.Plain),
        JournalKinds.Triaged => ($"Cause: {Shortened(seen.Summary)}", Tone.Plain),
        JournalKinds.RetrainDecided => ($"Retraining: {Shortened(seen.Summary)}", Tone.Plain),
        JournalKinds.JobSubmitted or JournalKinds.JobEnded => ($"Training: {Shortened(seen.Summary)}", Tone.Plain),
        JournalKinds.GatesJudged => ($"Gates: {Shortened(seen.Summary)}", Tone.Plain),
        JournalKinds.UndoPrepared => ($"Way back: {Shortened(seen.Summary)}", Tone.Aside),
        JournalKinds.TrafficShifted => ($"Traffic: {Shortened(seen.Summary)}", Tone.Plain),
        JournalKinds.StepJudged => ($"Step: {Shortened(seen.Summary)}", Tone.Aside),
        JournalKinds.Promoted => ($"Promoted: {Shortened(seen.Summary)}", Tone.Good),
        JournalKinds.RolledBack => ($"Back: {Shortened(seen.Summary)}", Tone.Good),
        JournalKinds.BatchAccepted or JournalKinds.LabelsJoined or JournalKinds.PolicyChanged => null,
        _ => ($"{seen.Kind}: {Shortened(seen.Summary)}", Tone.Bad),
    };

    private static string Shortened(string summary) => summary.Length <= Longest ? summary : summary[..summary.LastIndexOf(' ', Longest)] + " ...";
}
