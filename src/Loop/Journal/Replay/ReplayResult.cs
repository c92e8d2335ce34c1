using System.Globalization;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>What came of making a journaled decision again.</summary>
/// <param name="End">Same, other, or nothing to judge.</param>
/// <param name="Text">The difference, or what is missing, in words; empty otherwise.</param>
public sealed record ReplayResult(ReplayEnd End, string Text)
{
    internal static ReplayResult Same { get; } = new(ReplayEnd.Same, "");

    internal static ReplayResult NotJudged { get; } = new(ReplayEnd.NotJudged, "");

    /// <summary>Whether two decisions are the same, to the last digit.</summary>
    internal static ReplayResult Of(JournalRecord record, object before, object after)
    {
        string recorded = Json(before), again = Json(after);
        return recorded == again ? Same : Differs(record, $"says {recorded}, and its evidence gives {again}");
    }

    /// <summary>Evidence that is not what a record of this kind has.</summary>
    internal static ReplayResult Unreadable(JournalRecord record, Exception problem) => Differs(record, $"has evidence that cannot be judged: {problem.Message}");

    internal static ReplayResult Missing(JournalRecord record, string what) => new(ReplayEnd.Unavailable, string.Create(CultureInfo.InvariantCulture,
        $"Record {record.Sequence} ({record.Kind}) was made from {what}. Without them it cannot be made again; the record itself is as good as its chain."));

    internal static bool IsOfTheEvidence(Exception problem) =>
        problem is JsonException or NotSupportedException or ArgumentException or NullReferenceException or InvalidOperationException;

    private static ReplayResult Differs(JournalRecord record, string what) => new(ReplayEnd.Differs, string.Create(CultureInfo.InvariantCulture,
        $"Record {record.Sequence} ({record.Kind}) {what}. The rule has changed since, or the record was. Compare the rule's version, and verify the journal's chain."));

    private static string Json(object decision) => DurableJson.Write(decision)!.Value.GetRawText();
}
