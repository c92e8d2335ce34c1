using System.Buffers;

namespace Homeostat.Statistics.Performance;

/// <summary>
/// How well scores rank positive rows above negative ones.
/// Sources: Mann and Whitney, 1947, doi:10.1214/aoms/1177730491; Hanley and McNeil, "The meaning and use of the area under a
/// receiver operating characteristic (ROC) curve", 1982, doi:10.1148/radiology.143.1.7063747.
/// </summary>
public static class Ranking
{
    /// <summary>
    /// The area under the ROC curve in its Mann-Whitney form: the chance that a random positive row scores above a random negative
    /// one, ties counting one half. Equal to <c>roc_auc_score</c> of scikit-learn.
    /// </summary>
    /// <param name="truth">The true class of each row; any integers. At least one row.</param>
    /// <param name="scores">The score of the same rows, higher meaning more positive; any scale, infinities included.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <param name="positive">The class that counts as positive; every other one is negative.</param>
    /// <returns>
    /// 0 (reversed) to 1 (perfect), 0.5 for chance; NaN when only one class has weight (there is no pair to rank) or an input
    /// holds NaN.
    /// </returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; weights negative, infinite or all zero.</exception>
    /// <remarks>Sorts copies in pooled memory: O(n log n) time, nothing allocated per value.</remarks>
    public static double RocAuc(
        ReadOnlySpan<int> truth, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights = default, int positive = 1)
    {
        if (Rows.AnyNaN(truth, scores, weights)) return double.NaN;
        Masses<double> masses = Masses<double>.OfRows(weights, truth.Length);
        double[] keys = ArrayPool<double>.Shared.Rent(truth.Length);
        double[] signed = ArrayPool<double>.Shared.Rent(truth.Length);
        try
        {
            scores.CopyTo(keys);
            for (int i = 0; i < truth.Length; i++) signed[i] = truth[i] == positive ? masses.Raw(i) : -masses.Raw(i);
            Span<double> sorted = keys.AsSpan(0, truth.Length);
            sorted.Sort(signed.AsSpan(0, truth.Length));
            return Area(sorted, signed);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(keys);
            ArrayPool<double>.Shared.Return(signed);
        }
    }

    // Weights carry the class in their sign: positive rows above zero, negative rows below. One group per distinct score.
    private static double Area(ReadOnlySpan<double> scores, ReadOnlySpan<double> signed)
    {
        DoubleDouble area = default, positives = default, negatives = default;
        for (int start = 0, end; start < scores.Length; start = end)
        {
            DoubleDouble tiedPositives = default, tiedNegatives = default;
            for (end = start; end < scores.Length && scores[end] == scores[start]; end++)
            {
                if (signed[end] > 0) tiedPositives = tiedPositives.Add(signed[end]);
                else tiedNegatives = tiedNegatives.Add(-signed[end]);
            }

            area = area.AddProduct(tiedPositives.ToDouble(), negatives.Add(tiedNegatives.ToDouble() / 2).ToDouble());
            positives = positives.Add(tiedPositives);
            negatives = negatives.Add(tiedNegatives);
        }

        // With one class missing this is 0/0, NaN: the documented answer.
        return Math.Min(1, area.ToDouble() / positives.ToDouble() / negatives.ToDouble());
    }
}
