namespace Homeostat.Loop;

/// <summary>Judges whether joined labels may be used.</summary>
public static class LabelPolicy
{
    /// <summary>Name and version.</summary>
    public const string Rule = "labels/1";

    /// <summary>Judges by counts alone.</summary>
    public static LabelVerdict Judge(LabelCounts counts, LabelOptions options)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(options);
        var verdict = new LabelVerdict { Verdict = Verdict.Error, Reason = Nothing(counts), Counts = counts, Options = options };
        if (counts.Ids == 0) return verdict;
        double conflicts = Math.Min(1, (double)counts.Conflicts / counts.Ids), unknown = (double)counts.Unknown / counts.Ids;
        if (counts.Joined == 0)
            return verdict with { Verdict = Verdict.Fail, Observed = unknown, Threshold = options.MaximumUnknown, Reason = NoneKnown(counts) };
        if (conflicts > options.MaximumConflicts)
            return verdict with { Verdict = Verdict.Fail, Observed = conflicts, Threshold = options.MaximumConflicts, Reason = Contradicting(counts, conflicts, options) };
        bool strange = unknown > options.MaximumUnknown;
        return verdict with { Verdict = strange ? Verdict.Inconclusive : Verdict.Pass, Observed = unknown, Threshold = options.MaximumUnknown, Reason = Joined(counts, unknown, strange) };
    }

    private static string Nothing(LabelCounts counts) =>
        counts.Incomplete == 0
            ? "There is no label yet."
            : $"None of {Words.Count(counts.Incomplete)} label rows has both an id and a label. Nothing can be joined. Check the names and roles of both columns in the policy's schema.";

    private static string NoneKnown(LabelCounts counts) =>
        $"None of the {Words.Count(counts.Ids)} labelled ids is among {Words.Count(counts.Predictions)} predictions. The labels say nothing about this model. Check that both sides write the same id, and that the role 'id' names its column.";

    private static string Contradicting(LabelCounts counts, double conflicts, LabelOptions options) =>
        $"{Words.Percent(conflicts)} of {Words.Count(counts.Ids)} ids got contradicting labels, more than {Words.Percent(options.MaximumConflicts)}. What is right cannot be told. Check the job that writes labels; ids may be used twice.";

    private static string Joined(LabelCounts counts, double unknown, bool strange)
    {
        string delay = counts.LongestDelay is { } longest ? $", up to {Words.Number(longest.TotalDays)} days late" : "";
        string joined = $"{Words.Count(counts.Joined)} of {Words.Count(counts.Predictions)} predictions have labels, {Words.Count(counts.New)} of them new{delay}";
        string conflicts = counts.Conflicts > 0 ? $"; {Words.Count(counts.Conflicts)} labels were corrected by later ones, which won" : "";
        string ids = counts.Unknown > 0 ? $"; {Words.Count(counts.Unknown)} ids ({Words.Percent(unknown)}) are of no prediction looked at" : "";
        return $"{joined}{conflicts}{ids}{(strange ? ". They may be of other models or older batches. Check the id if that is not so." : "")}";
    }
}
