using System.Runtime.CompilerServices;

namespace Homeostat.Statistics.Distances;

/// <summary>Checks on a sample with optional weights.</summary>
internal static class Samples
{
    public static bool AnyNaN(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        [CallerArgumentExpression(nameof(values))] string valuesName = "",
        [CallerArgumentExpression(nameof(weights))] string weightsName = "")
    {
        Guard.NotEmpty(values, valuesName);
        if (!weights.IsEmpty) Guard.Paired(values, weights, valuesName, weightsName);
        return Guard.AnyNaN(values) || Guard.AnyNaN(weights);
    }
}
