using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>How a numeric column's values enter a straight line: held within the range that was learned, centred, in units of their spread.</summary>
/// <param name="Centre">The mean.</param>
/// <param name="Spread">The standard deviation, above 0.</param>
/// <param name="Min">The smallest value learned.</param>
/// <param name="Max">The largest.</param>
internal sealed record NumberScale(double Centre, double Spread, double Min, double Max)
{
    internal static NumberScale Of(ColumnFingerprint column)
    {
        var moments = column.Moments;
        // Columns without two finite values, or too large to square, keep their bins only: on such a scale everything is 0.
        return moments.StandardDeviation is > 0 and double spread && double.IsFinite(spread) && moments.Mean is { } mean
            ? new NumberScale(mean, spread, moments.Min, moments.Max)
            : new NumberScale(0, 1, 0, 0);
    }

    internal float At(double value) => (float)((Math.Clamp(value, Min, Max) - Centre) / Spread);
}
