using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Judges whether a batch is fit to be judged and trained on. All rules run, every broken one is told.</summary>
public static class QualityPolicy
{
    /// <summary>Name and version.</summary>
    public const string Rule = "quality/1";

    /// <summary>Judges a batch by the rules of its policy and by the breaks that no policy has to name.</summary>
    /// <param name="batch">Counts of the batch over the reference's grid.</param>
    /// <param name="reference">Counts of the reference.</param>
    /// <param name="options">The rules.</param>
    /// <exception cref="BadInputException">HS1018: the two were counted over different grids.</exception>
    public static QualityVerdict Judge(Fingerprint batch, Fingerprint reference, QualityOptions options)
    {
        Comparable.Check(reference, batch);
        var findings = new QualityFindings();
        BatchRules.Check(batch, options, findings);
        foreach (var rule in options.Columns) ColumnRules.Check(rule, batch, findings);
        var pairs = Pairs(batch, reference);
        if (options.SchemaBreaks) SchemaBreaks.Check(pairs, options, findings);
        if (options.SchemaBreaks) SwappedColumns.Check(pairs, findings);
        if (options.UnitChanges) UnitChanges.Check(pairs, findings);
        var told = findings.Told();
        return new QualityVerdict
        {
            Verdict = told.IsEmpty ? Verdict.Pass : told[0].Verdict,
            Reason = Reason(told, findings.Checked),
            Findings = told,
            Checked = findings.Checked,
            Rows = batch.Rows,
            Options = options,
        };
    }

    private static ImmutableArray<ColumnPair> Pairs(Fingerprint batch, Fingerprint reference)
    {
        var pairs = ImmutableArray.CreateBuilder<ColumnPair>();
        for (int i = 0; i < reference.Columns.Length; i++)
            if (reference.Columns[i].Schema.Role == ColumnRole.Feature) pairs.Add(new ColumnPair(reference.Columns[i], batch.Columns[i]));
        return pairs.ToImmutable();
    }

    private static string Reason(ImmutableArray<QualityFinding> told, int rules)
    {
        int broken = told.Count(finding => finding.Verdict == Verdict.Fail);
        string scope = $"of {Words.Count(rules)} quality rules";
        if (told.IsEmpty) return $"none {scope} is broken";
        string count = broken > 0 ? $"{Words.Count(broken)} {scope} {(broken == 1 ? "is" : "are")} broken" : $"{Words.Count(told.Length)} {scope} could not be decided";
        return $"{count}: {string.Join(" ", told.Take(3).Select(finding => finding.What))}{(told.Length > 3 ? $" And {Words.Count(told.Length - 3)} more." : "")}";
    }
}
