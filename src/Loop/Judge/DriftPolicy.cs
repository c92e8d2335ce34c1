using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Judges whether a batch drifted from its reference: counts in, verdict out. Same input, same output, to the last bit.</summary>
public static class DriftPolicy
{
    /// <summary>
    /// Judges every column of the reference that has a judged role. A column fails when one of its signals is above its threshold and chance is
    /// ruled out; where chance is not, it is inconclusive and says how many values would do. The chance that a batch without drift fails
    /// is at most <see cref="DriftOptions.Alpha"/>: each test is held to that over the number of tests that can fail the batch (Bonferroni).
    /// </summary>
    /// <param name="reference">Counts of the reference.</param>
    /// <param name="current">Counts of the batch over the same grid.</param>
    /// <param name="options">Thresholds.</param>
    /// <returns>Error when either side has no rows or no column is judged; otherwise one verdict a judged column, gravest first.</returns>
    /// <exception cref="BadInputException">HS1018: the two were counted over different grids.</exception>
    public static DriftVerdict Judge(Fingerprint reference, Fingerprint current, DriftOptions options)
    {
        Comparable.Check(reference, current);
        if (reference.Rows == 0) return Nothing("the reference has no rows", options);
        if (current.Rows == 0) return Nothing("the current batch has no rows", options);
        int tests = CountTests(reference.Schema, options);
        var features = ImmutableArray.CreateBuilder<FeatureVerdict>();
        for (int i = 0; i < reference.Columns.Length; i++)
        {
            var pair = new ColumnPair(reference.Columns[i], current.Columns[i]);
            if (pair.Schema.IsJudged) features.Add(FeatureJudge.Judge(pair, options, options.Alpha / Math.Max(1, tests)));
        }
        if (features.Count == 0) return Nothing("no column is judged: every one is an identifier, a time, a weight or ignored", options);
        features.Sort(Gravest);
        var judged = features.ToImmutable();
        return new DriftVerdict { Verdict = Overall(judged), Reason = OverallWords.Of(judged), Features = judged, Options = options };
    }

    private static DriftVerdict Nothing(string why, DriftOptions options) =>
        new() { Verdict = Verdict.Error, Reason = $"nothing could be judged: {why}", Features = [], Options = options };

    private static int CountTests(Schema schema, DriftOptions options)
    {
        int tests = 0;
        foreach (var column in schema.Columns)
            if (column.IsJudged) tests += SignalScope.Tests(column, options);
        return tests;
    }

    private static Verdict Overall(ImmutableArray<FeatureVerdict> features) => features[0].Verdict;

    private static int Gravest(FeatureVerdict a, FeatureVerdict b)
    {
        int order = FeatureJudge.Gravity(b.Verdict).CompareTo(FeatureJudge.Gravity(a.Verdict));
        if (order == 0) order = b.Severity.CompareTo(a.Severity);
        return order != 0 ? order : string.CompareOrdinal(a.Name, b.Name);
    }
}
