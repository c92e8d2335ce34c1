using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Features whose batch is the reference in another unit. A unit is named when it explains the whole distribution (what is left is sampling), the mean
/// and the spread, and the column is far from the reference without it.
/// </summary>
internal static class UnitChanges
{
    private const long FewestValues = 50;

    // Kolmogorov-Smirnov distances, beside sampling: moved so much (1.95 / sqrt(n): one sample of a thousand has more), and so much may be
    // left (1.36: one of twenty).
    private const double Moved = 0.15, MovedByChance = 1.95, Left = 0.03, LeftByChance = 1.36;

    // The mean may miss by so many standard deviations beside sampling, the spread by a factor beside sampling.
    private const double MeanMiss = 0.05, MissByChance = 3, SpreadMiss = 1.1;

    // Where values reach so many standard deviations out, the spread is made by a few of them and jumps from sample to sample.
    private const double HeavyTail = 6, HeavySpreadMiss = 1.6, HeavyMomentWeight = 0.1;

    public static void Check(ImmutableArray<ColumnPair> features, QualityFindings findings)
    {
        foreach (var pair in features)
        {
            if (pair.Schema.Type is not (ColumnType.Numeric or ColumnType.Integer) || findings.Tells(pair.Schema.Name, QualityCheck.Swapped)) continue;
            findings.Take(Find(pair) is { } unit ? Told(pair, unit) : null);
        }
    }

    /// <summary>The unit that explains the batch best; null when none is needed or none does.</summary>
    public static UnitChange? Find(ColumnPair pair)
    {
        if (pair.CurrentValues < FewestValues || pair.ReferenceValues < FewestValues) return null;
        if (pair.Reference.Moments.StandardDeviation is not > 0 || pair.Current.Moments.StandardDeviation is not > 0) return null;
        var scale = new ShiftedScale(pair);
        double unscaled = scale.Distance(1, 0).Largest;
        double sampling = Math.Sqrt(1.0 / pair.CurrentValues + 1.0 / pair.ReferenceValues);
        if (unscaled < Moved + MovedByChance * sampling) return null;
        (UnitChange? best, double bestScore) = (null, double.PositiveInfinity);
        foreach (var unit in KnownUnits.All)
        {
            if (MomentMiss(pair, unit, sampling) is not { } miss) continue;
            var (left, meanLeft) = scale.Distance(unit.Factor, unit.Offset);
            if (left > Left + LeftByChance * sampling || unscaled < 3 * left || meanLeft + miss >= bestScore) continue;
            (best, bestScore) = (new UnitChange($"{unit.From} -> {unit.To}", unit.Factor, unit.Offset, unscaled, left), meanLeft + miss);
        }
        return best;
    }

    /// <summary>How far mean and spread are from what the unit makes of the reference's; null when too far.</summary>
    private static double? MomentMiss(ColumnPair pair, in KnownUnits.Unit unit, double sampling)
    {
        bool heavy = HasHeavyTail(pair.Reference.Moments);
        double spread = Math.Abs(unit.Factor) * pair.Reference.Moments.StandardDeviation!.Value, spreadNow = pair.Current.Moments.StandardDeviation!.Value;
        double mean = unit.Factor * pair.Reference.Moments.Mean!.Value + unit.Offset;
        double miss = Math.Abs(pair.Current.Moments.Mean!.Value - mean) / spread, spreadMiss = Math.Max(spreadNow / spread, spread / spreadNow);
        if (miss > MeanMiss + MissByChance * sampling) return null;
        if (spreadMiss > (heavy ? HeavySpreadMiss : SpreadMiss + MissByChance * sampling)) return null;
        return (heavy ? HeavyMomentWeight : 1) * (miss + Math.Log(spreadMiss));
    }

    private static bool HasHeavyTail(in Moments moments) =>
        Math.Max(moments.Max - moments.Mean!.Value, moments.Mean.Value - moments.Min) > HeavyTail * moments.StandardDeviation;

    private static QualityFinding Told(ColumnPair pair, UnitChange unit) => new()
    {
        Check = QualityCheck.Unit,
        Column = pair.Schema.Name,
        Verdict = Verdict.Fail,
        Observed = unit.Distance,
        Threshold = Moved,
        Count = pair.CurrentValues,
        Rule = "unit/1",
        What = $"Every value of {Words.Quoted(pair.Schema.Name)} is {Words.Number(unit.Factor)} times the reference's{Plus(unit.Offset)} (mean {Words.Number(pair.Reference.Moments.Mean!.Value)} -> {Words.Number(pair.Current.Moments.Mean!.Value)}): a change of unit, {unit.Name}?",
        Why = "The model takes the numbers for the unit it was trained on; retraining would only teach it the mistake.",
        Fix = "Convert the column in the job that writes it; if the new unit is meant to stay, retrain on converted rows and turn off 'unitChanges' meanwhile.",
        Unit = unit,
    };

    private static string Plus(double offset) => offset == 0 ? "" : offset > 0 ? $" plus {Words.Number(offset)}" : $" minus {Words.Number(-offset)}";
}
