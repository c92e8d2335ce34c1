using Homeostat.Batches;

namespace Homeostat.Bench.Parts;

/// <summary>How far two fingerprints of the same rows are apart.</summary>
internal static class Difference
{
    internal static bool Counts(Fingerprint one, Fingerprint other) => WithoutMoments(one).AsSpan().SequenceEqual(WithoutMoments(other));

    /// <summary>The largest relative difference of a mean or a variance.</summary>
    internal static double Moments(Fingerprint one, Fingerprint other) => one.Columns.Zip(other.Columns)
        .SelectMany(pair => new[] { Apart(pair.First.Moments.Mean, pair.Second.Moments.Mean), Apart(pair.First.Moments.Variance, pair.Second.Moments.Variance) })
        .Max();

    private static double Apart(double? one, double? other) =>
        one == other ? 0 : one is { } a && other is { } b ? Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b)) : double.PositiveInfinity;

    private static byte[] WithoutMoments(Fingerprint fingerprint)
    {
        using var file = new MemoryStream();
        FingerprintFile.Write(fingerprint with { Columns = [.. fingerprint.Columns.Select(column => column with { Moments = Homeostat.Batches.Moments.Empty })] }, file);
        return file.ToArray();
    }
}
