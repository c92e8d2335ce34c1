using System.Runtime.CompilerServices;

namespace Homeostat.Statistics.Performance;

/// <summary>The checks and the weighted mean that the metrics share.</summary>
internal static class Rows
{
    /// <summary>Checks shapes; true when the result is NaN because an input holds one.</summary>
    public static bool AnyNaN(
        ReadOnlySpan<int> truth,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> weights,
        [CallerArgumentExpression(nameof(scores))] string scoresName = "")
    {
        Guard.Paired(truth, scores, secondName: scoresName);
        return Shared(truth, weights) || Guard.AnyNaN(scores);
    }

    /// <inheritdoc cref="AnyNaN(ReadOnlySpan{int}, ReadOnlySpan{double}, ReadOnlySpan{double}, string)"/>
    public static bool AnyNaN(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights)
    {
        Guard.Paired(truth, predicted);
        return Shared(truth, weights);
    }

    /// <inheritdoc cref="AnyNaN(ReadOnlySpan{int}, ReadOnlySpan{double}, ReadOnlySpan{double}, string)"/>
    public static bool AnyNaN(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights)
    {
        Guard.Paired(truth, predicted);
        return Shared(truth, weights) || Guard.AnyNaN(truth) || Guard.AnyNaN(predicted);
    }

    /// <summary>Σ wᵢ·termᵢ / Σ wᵢ over the rows of positive weight.</summary>
    public static double Mean<TTerm>(Masses<double> weights, int count, TTerm term) where TTerm : IRowTerm, allows ref struct
    {
        DoubleDouble sum = default;
        for (int i = 0; i < count; i++)
        {
            double weight = weights.Raw(i);
            if (weight != 0) sum = sum.AddProduct(weight, term.At(i));
        }

        return sum.ToDouble() / weights.Total;
    }

    private static bool Shared<T>(ReadOnlySpan<T> truth, ReadOnlySpan<double> weights)
    {
        if (!weights.IsEmpty) Guard.Paired(truth, weights);
        return Guard.AnyNaN(weights);
    }
}
