using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Features that broke from one batch to the next in ways no policy has to name. Each needs more than chance: were the batch drawn from the
/// reference, it would look like this in less than one of a million.
/// </summary>
internal static class SchemaBreaks
{
    private const double LogChance = -13.8; // ln(1e-6)

    private const long FewestValues = 20;

    // Fewer different values than this may well be one for a whole batch: a month, a weekday, a shop.
    private const long ManyLevels = 50;

    private const double MostUnread = 0.5, MostUnseen = 0.9;

    // Where most values of the reference came up once, new ones are its nature.
    private const double RepeatsALevel = 10;

    public static void Check(ImmutableArray<ColumnPair> features, QualityOptions options, QualityFindings findings)
    {
        foreach (var pair in features)
        {
            string name = pair.Schema.Name;
            bool hasRule = options.Columns.Any(rule => rule.Column == name);
            if (!pair.Current.Present)
            {
                if (!hasRule) findings.Take(ColumnRules.Absent(name, pair.Current.Rows));
                continue;
            }
            if (!findings.Tells(name, QualityCheck.Types)) findings.Take(Unread(pair));
            findings.Take(Emptied(pair));
            findings.Take(Constant(pair));
            if (!findings.Tells(name, QualityCheck.Allowed)) findings.Take(Recoded(pair));
        }
    }

    private static QualityFinding? Unread(ColumnPair pair)
    {
        var (reference, batch) = (pair.Reference, pair.Current);
        if (batch.TypeErrorRate < MostUnread || reference.TypeErrorRate > MostUnread / 10 || batch.Rows - batch.Missing < FewestValues) return null;
        return Broken(pair, QualityCheck.Types, batch.TypeErrorRate, MostUnread, "types-break/1") with
        {
            Count = batch.Rows - batch.Missing,
            What = $"{Words.Percent(batch.TypeErrorRate)} of the values of {Words.Quoted(pair.Schema.Name)} are not {JsonNames.Of(pair.Schema.Type)}"
                + (batch.TypeErrorExample is { } example ? $" (such as {Words.Quoted(example)})." : "."),
        };
    }

    private static QualityFinding? Emptied(ColumnPair pair)
    {
        var (reference, batch) = (pair.Reference, pair.Current);
        if (batch.Missing < batch.Rows || batch.Rows == 0 || !IsNoChance(reference.MissingRate, batch.Rows)) return null;
        return Broken(pair, QualityCheck.Emptied, 1, reference.MissingRate, "emptied/1") with
        {
            What = $"All {Words.Count(batch.Rows)} values of {Words.Quoted(pair.Schema.Name)} are missing; in the reference {Words.Percent(reference.MissingRate)} are.",
        };
    }

    private static QualityFinding? Constant(ColumnPair pair)
    {
        if (pair.CurrentValues < FewestValues || pair.ReferenceValues == 0 || pair.Schema.Type == ColumnType.Timestamp) return null;
        int cell = OnlyCell(pair.Current);
        if (cell < 0 || (pair.Schema.HasGrid && pair.Current.Moments.Min != pair.Current.Moments.Max)) return null;
        double share = (double)pair.Reference.Counts[cell] / pair.ReferenceValues;
        if (!IsNoChance(share, pair.CurrentValues)) return null;
        bool broken = pair.Reference.Distinct.Estimate() >= ManyLevels;
        string value = pair.Schema.HasGrid ? ValueWords.Value(pair.Schema.Type, pair.Current.Moments.Min)
            : cell < pair.Current.Categories!.Values.Length ? Words.Quoted(pair.Current.Categories.Values[cell]) : "one rare value";
        return Broken(pair, QualityCheck.Constant, 1, share, "constant/1") with
        {
            Verdict = broken ? Verdict.Fail : Verdict.Inconclusive,
            Count = pair.CurrentValues,
            What = $"All {Words.Count(pair.CurrentValues)} values of {Words.Quoted(pair.Schema.Name)} are {value}; in the reference {Words.Percent(share)} are, of {Words.Count(pair.Reference.Distinct.Estimate())} different ones.",
            Why = broken ? "A column that varied and stands still is a default that filled in for a broken source." : "It may be what all rows of this batch share, or a default that filled in for a broken source.",
        };
    }

    private static QualityFinding? Recoded(ColumnPair pair)
    {
        var (reference, batch) = (pair.Reference, pair.Current);
        if (reference.Categories is not { RemainderHashes.IsEmpty: true } table || pair.Schema.Type == ColumnType.Boolean) return null;
        if (batch.Values < FewestValues || batch.UnseenRate < MostUnseen || reference.Values < RepeatsALevel * table.Values.Length) return null;
        return Broken(pair, QualityCheck.Recoded, batch.UnseenRate, MostUnseen, "recoded/1") with
        {
            Count = batch.Values,
            What = $"{Words.Percent(batch.UnseenRate)} of the values of {Words.Quoted(pair.Schema.Name)} are none of the {Words.Count(table.Values.Length)} that the reference knows.",
            Why = "The column was recoded or swapped with another: to the model it is as good as empty.",
        };
    }

    private static bool IsNoChance(double share, long values) => share < 1 && values * Math.Log(share) < LogChance;

    // -1 when values lie in more than one cell or slot, or are unseen.
    private static int OnlyCell(ColumnFingerprint column)
    {
        int only = -1;
        for (int cell = 0; cell < column.Counts.Length; cell++)
        {
            if (column.Counts[cell] == 0) continue;
            if (only >= 0) return -1;
            only = cell;
        }
        return column.Unseen == 0 ? only : -1;
    }

    private static QualityFinding Broken(ColumnPair pair, QualityCheck check, double observed, double threshold, string rule) => new()
    {
        Check = check,
        Column = pair.Schema.Name,
        Verdict = Verdict.Fail,
        Observed = observed,
        Threshold = threshold,
        Count = pair.Current.Rows,
        Rule = rule,
        What = "",
        Why = "Nothing the model learned of this column applies to the batch.",
        Fix = "Mend the source of the column; if it is meant to be so, retrain without it and turn off 'schemaBreaks'.",
    };
}
