using System.Globalization;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Makes journaled decisions again, from their evidence alone: the policies are pure, so the same evidence gives the same verdict.</summary>
public static class JournalReplay
{
    private static readonly ReplayResult _same = new(ReplayEnd.Same, ""), _notJudged = new(ReplayEnd.NotJudged, "");

    /// <summary>Makes one decision again.</summary>
    public static ReplayResult Check(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Kind switch
        {
            JournalKinds.RetrainDecided => Again<RetrainRecord>(record, it => it.Decision, it => GovernorPolicy.Decide(it.Evidence)),
            JournalKinds.JobEnded => Again<JobRecord>(record, it => it.Decision, it => RetryPolicy.Judge(it.Job, it.Attempt, it.Options)),
            JournalKinds.GatesJudged => Again<GatesRecord>(record, it => it.Verdict, it => GatePolicy.Judge(it.Summary, it.Options)),
            JournalKinds.StepJudged => Again<StepRecord>(record, it => it.Verdict, Judge),
            JournalKinds.RolledBack => Again<RollbackRecord>(record, it => it.Decision, it => RollbackPolicy.Choose(it.Evidence, it.Options)),
            // Without an endpoint there was nothing to choose from.
            JournalKinds.RollbackRefused when record.Evidence.TryGetProperty("decision", out _) =>
                Again<RollbackRecord>(record, it => it.Decision, it => RollbackPolicy.Choose(it.Evidence, it.Options)),
            _ => _notJudged,
        };
    }

    private static StepVerdict Judge(StepRecord it) =>
        it.Bake is { } bake ? BakePolicy.Judge(it.Observation, bake, it.Options) : StepPolicy.Judge(it.Observation, it.Options);

    private static ReplayResult Again<TRecord>(JournalRecord record, Func<TRecord, object> recorded, Func<TRecord, object> decide)
    {
        try
        {
            var evidence = (TRecord)DurableJson.Read(record.Evidence, typeof(TRecord))!;
            string before = Text(recorded(evidence)), after = Text(decide(evidence));
            return before == after ? _same : Differs(record, $"says {before}, and its evidence gives {after}");
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            return Differs(record, $"has evidence that cannot be judged: {unread.Message}");
        }
    }

    private static ReplayResult Differs(JournalRecord record, string what) => new(ReplayEnd.Differs, string.Create(CultureInfo.InvariantCulture,
        $"Record {record.Sequence} ({record.Kind}) {what}. The rule has changed since, or the record was. Compare the rule's version, and verify the journal's chain."));

    private static string Text(object decision) => DurableJson.Write(decision)!.Value.GetRawText();
}
