using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Statistics.Tests;

/// <summary>Generators of inputs.</summary>
internal static class Cases
{
    /// <summary>Counts with empty, small and huge cells.</summary>
    private static readonly Gen<long> _count = Gen.Frequency(
        (3, Gen.Constant(0L)),
        (6, Gen.Choose(1, 1_000).Select(value => (long)value)),
        (1, Gen.Choose(1, int.MaxValue).Select(value => (long)value << 31)));

    /// <summary>Three count vectors over the same 1 to 12 cells, none of them empty throughout.</summary>
    public static Gen<(long[] P, long[] Q, long[] R)> CountTriples { get; } = Gen.Choose(1, 12).SelectMany(cells =>
        Vector(cells).SelectMany(p => Vector(cells).SelectMany(q => Vector(cells).Select(r => (p, q, r)))));

    /// <summary>Values with ties, 1 to 30 of them.</summary>
    public static Gen<double[]> Sample { get; } = Gen.Choose(1, 30).SelectMany(n =>
        Gen.ArrayOf(Gen.Choose(-20, 20).Select(value => value / 4.0), n));

    /// <summary>Three samples of different sizes.</summary>
    public static Gen<(double[] P, double[] Q, double[] R)> SampleTriples { get; } =
        Sample.SelectMany(p => Sample.SelectMany(q => Sample.Select(r => (p, q, r))));

    /// <summary>Rows of (class, class, probability with ties, weight of at least 1).</summary>
    public static Gen<(int Truth, int Predicted, double Probability, double Weight)[]> Rows { get; } = Gen.Choose(1, 40).SelectMany(n =>
        Gen.ArrayOf(
            Gen.Choose(0, 1).SelectMany(truth => Gen.Choose(0, 2).SelectMany(predicted =>
                Gen.Choose(0, 10).SelectMany(tenths => Gen.Choose(1, 5).Select(weight =>
                    (truth, predicted, tenths / 10.0, (double)weight))))),
            n));

    /// <summary>p-values with ties and both ends.</summary>
    public static Gen<double[]> PValues { get; } = Gen.Choose(1, 30).SelectMany(n =>
        Gen.ArrayOf(Gen.Choose(0, 50).Select(value => value / 50.0), n));

    public static T[] Reversed<T>(T[] values) => [.. values.Reverse()];

    private static Gen<long[]> Vector(int cells) => Gen.ArrayOf(_count, cells).Where(counts => counts.Any(count => count > 0));
}
