using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>Exact p-values against the enumeration of all assignments of the pooled values to two samples of the observed sizes.</summary>
public class BruteForceProperties
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_240_601, 7);

    [Fact]
    public void KolmogorovSmirnov_Exact_CountsAssignmentsGivenTies() => ForPools(4, (pool, n) =>
    {
        var observed = KolmogorovSmirnov.Test(pool.AsSpan(0, n), pool.AsSpan(n), KolmogorovSmirnovMethod.Exact);
        var share = Share(pool, n, (a, b) => Distance(a, b) >= observed.Statistic - 1e-12);
        return Math.Abs(observed.PValue - share) <= 1e-12;
    });

    [Fact]
    public void KolmogorovSmirnov_Exact_CountsAssignmentsWithoutTies() => ForPools(1000, (pool, n) =>
    {
        Separate(pool);
        var observed = KolmogorovSmirnov.Test(pool.AsSpan(0, n), pool.AsSpan(n), KolmogorovSmirnovMethod.Exact);
        var share = Share(pool, n, (a, b) => Distance(a, b) >= observed.Statistic - 1e-12);
        return Math.Abs(observed.PValue - share) <= 1e-12
            && Math.Abs(KolmogorovSmirnov.ExactPValue(observed.Statistic, n, pool.Length - n) - share) <= 1e-12;
    });

    [Theory]
    [InlineData(Alternative.TwoSided)]
    [InlineData(Alternative.Less)]
    [InlineData(Alternative.Greater)]
    public void MannWhitney_Exact_CountsAssignments(Alternative alternative) => ForPools(1000, (pool, n) =>
    {
        Separate(pool);
        var observed = MannWhitney.Test(pool.AsSpan(0, n), pool.AsSpan(n), alternative, MannWhitneyMethod.Exact);
        double less = Share(pool, n, (a, b) => Wins(a, b) <= observed.Statistic), greater = Share(pool, n, (a, b) => Wins(a, b) >= observed.Statistic);
        var expected = alternative switch
        {
            Alternative.Less => less,
            Alternative.Greater => greater,
            _ => Math.Min(1, 2 * Math.Min(less, greater)),
        };
        return Math.Abs(observed.PValue - expected) <= 1e-12;
    });

    [Theory]
    [InlineData(Alternative.TwoSided)]
    [InlineData(Alternative.Less)]
    [InlineData(Alternative.Greater)]
    public void Fisher_Exact_CountsAssignments(Alternative alternative) => ForPools(1, (pool, n) =>
    {
        // values 0 and 1: the table is sample x value, a counts the ones of the first sample
        int a = Ones(pool[..n]), c = Ones(pool[n..]);
        var observed = FisherExact.Test(a, n - a, c, pool.Length - n - c, alternative);
        double Of(int ones) => Share(pool, n, (x, _) => Ones(x) == ones);
        var own = Of(a);
        var expected = Enumerable.Range(0, n + 1).Where(ones => alternative switch
        {
            Alternative.Less => ones <= a,
            Alternative.Greater => ones >= a,
            _ => Of(ones) <= own * (1 + 1e-7),
        }).Sum(Of);
        return Math.Abs(observed.PValue - expected) <= 1e-12;
    });

    /// <summary>Pools of 2 to 10 whole numbers in [0, largest], and a first sample of 1 to all but one of them.</summary>
    private static void ForPools(int largest, Func<double[], int, bool> holds)
    {
        var pools =
            from size in Gen.Choose(2, 10)
            from values in Gen.Choose(0, largest).ArrayOf(size)
            from n in Gen.Choose(1, size - 1)
            select (Pool: Array.ConvertAll(values, v => (double)v), N: n);
        Prop.ForAll(pools.ToArbitrary(), pool => holds(pool.Pool, pool.N)).Check(_config);
    }

    private static double Share(double[] pool, int n, Func<double[], double[], bool> counts)
    {
        int all = 0, hits = 0;
        for (var mask = 0u; mask < 1u << pool.Length; mask++)
        {
            if (BitOperations.PopCount(mask) != n) continue;
            all++;
            double[] first = [.. pool.Where((_, i) => (mask >> i & 1) == 1)], second = [.. pool.Where((_, i) => (mask >> i & 1) == 0)];
            if (counts(first, second)) hits++;
        }
        return (double)hits / all;
    }

    private static double Distance(double[] a, double[] b) => a.Concat(b).Max(value =>
        Math.Abs(a.Count(v => v <= value) / (double)a.Length - b.Count(v => v <= value) / (double)b.Length));

    private static double Wins(double[] a, double[] b) => a.Sum(x => b.Count(y => x > y));

    private static int Ones(double[] values) => values.Count(v => v == 1);

    private static void Separate(double[] pool)
    {
        for (var i = 0; i < pool.Length; i++) pool[i] += i * 0.001;
    }
}
