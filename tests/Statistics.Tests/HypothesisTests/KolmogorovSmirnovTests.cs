namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the tables: ks(a, b) = scipy.stats.ks_2samp(a, b, method='exact') with ln p; ksa the same statistic with
/// log(scipy.special.kolmogorov(sqrt(n*m/(n+m))*d)); grid(n, step, mod) = (numpy.arange(n)*step%mod).astype(float).
/// </summary>
public class KolmogorovSmirnovTests
{
    public static TheoryData<double[], double[], double, double> WithoutTies => new()
    {
        { [1], [2], 1.0, 0.0 }, // ks([1],[2])
        { [1], [2, 3], 1.0, -0.40546510810816444 }, // ks([1],[2,3])
        { [1, 2, 3], [4, 5, 6], 1.0, -2.302585092994046 }, // ks([1,2,3],[4,5,6])
        { [1, 4, 5, 8], [2, 3, 6, 7, 9], 0.35, -0.13580154115906176 }, // ks([1,4,5,8],[2,3,6,7,9])
        // ks([-inf,0,1],[0.5,2,inf])
        { [double.NegativeInfinity, 0, 1], [0.5, 2, double.PositiveInfinity], 0.6666666666666666, -0.5108256237659907 },
        { [1.0, 2.0], [Math.BitIncrement(1.0), Math.BitIncrement(2.0)], 0.5, 0.0 }, // ks([1.0,2.0],[nextafter(1,2),nextafter(2,3)])
        // ks(grid(50,7,1009),grid(70,11,1013)+0.5)
        { Samples.Grid(50, 7, 1009), Samples.Grid(70, 11, 1013, 0.5), 0.5428571428571428, -17.707178238102138 },
        // ks(grid(300,7,3001),grid(300,11,4001)+0.5)
        { Samples.Grid(300, 7, 3001), Samples.Grid(300, 11, 4001, 0.5), 0.36333333333333334, -39.760387914886884 },
        { [0], Samples.Grid(9999, 1, 10007, 0.5), 1.0, -8.51719319141624 }, // ks([0],grid(9999,1,10007)+0.5)
    };

    [Theory]
    [MemberData(nameof(WithoutTies), DisableDiscoveryEnumeration = true)] // or the runner would write out every long sample
    public void Exact_WithoutTies_AgreesWithScipy(double[] first, double[] second, double d, double logP)
    {
        Agree.Result(d, logP, KolmogorovSmirnov.Test(first, second, KolmogorovSmirnovMethod.Exact));
        Agree.Result(d, logP, KolmogorovSmirnov.Test(first, second));
        Agree.LogP(logP, KolmogorovSmirnov.ExactLogPValue(d, first.Length, second.Length));
    }

    public static TheoryData<double[], double[], double, double> AnySamples => new()
    {
        { [1], [1], 0.0, 0.0 }, // ksa([1],[1])
        { [1], [2], 1.0, -0.3575693450375819 }, // ksa([1],[2])
        { [3, 3, 3], [3, 3], 0.0, 0.0 }, // ksa([3,3,3],[3,3])
        { [-0.0, 1], [0.0, 1], 0.0, 0.0 }, // ksa([-0.0,1],[0.0,1])
        { [1, 2, 2, 3], [2, 2, 4, 4, 5], 0.6, -0.9151138341688794 }, // ksa([1,2,2,3],[2,2,4,4,5])
        // ksa([-inf,-inf],[-inf,inf])
        { [double.NegativeInfinity, double.NegativeInfinity], [double.NegativeInfinity, double.PositiveInfinity], 0.5, -0.036720787162354857 },
        { [500000], Samples.Grid(1_000_000, 1, 1_000_003), 0.5, -0.03672062128638321 }, // ksa([500000],grid(1000000,1,1000003))
        { [-1], Samples.Grid(1_000_000, 1, 1_000_003), 1.0, -1.3093325509039926 }, // ksa([-1],grid(1000000,1,1000003))
        // ksa(grid(2000,7,101),grid(3000,7,101)+60)
        { Samples.Grid(2000, 7, 101), Samples.Grid(3000, 7, 101, 60), 0.5955, double.NegativeInfinity },
        // ksa(grid(700,7,701),grid(700,7,701)+1000)
        { Samples.Grid(700, 7, 701), Samples.Grid(700, 7, 701, 1000), 1.0, -699.3068528194401 },
    };

    [Theory]
    [MemberData(nameof(AnySamples), DisableDiscoveryEnumeration = true)] // or the runner would write out every long sample
    public void Asymptotic_AnySamples_AgreesWithScipy(double[] first, double[] second, double d, double logP) =>
        Agree.Result(d, logP, KolmogorovSmirnov.Test(first, second, KolmogorovSmirnovMethod.Asymptotic));

    [Theory] // scipy.stats.ks_2samp on numpy.repeat(range(4), counts)
    // ksa(np.repeat(range(4),[5,3,0,2]),np.repeat(range(4),[1,1,4,6]))
    [InlineData(new long[] { 5, 3, 0, 2 }, new long[] { 1, 1, 4, 6 }, 0.6333333333333334, -3.682612385404974)]
    // ksa(np.repeat(range(4),[0,0,0,7]),np.repeat(range(4),[0,0,0,3]))
    [InlineData(new long[] { 0, 0, 0, 7 }, new long[] { 0, 0, 0, 3 }, 0.0, 0.0)]
    // ksa(np.repeat(range(4),[400,5,5,100]),np.repeat(range(4),[100,0,0,300]))
    [InlineData(new long[] { 400, 5, 5, 100 }, new long[] { 100, 0, 0, 300 }, 0.553921568627451, -136.8741874455982)]
    public void TestCounts_Asymptotic_AgreesWithScipyOnRepeatedValues(long[] first, long[] second, double d, double logP) =>
        Agree.Result(d, logP, KolmogorovSmirnov.TestCounts(first, second, KolmogorovSmirnovMethod.Asymptotic));

    [Fact]
    public void TestCounts_CountsOfAQuintillion_DoNotOverflow() // 3e18/4e18 against 1e18/4e18; log p = log(2) - 2 * 2e18 * 0.5**2
    {
        var result = KolmogorovSmirnov.TestCounts([3_000_000_000_000_000_000, 1_000_000_000_000_000_000],
            [1_000_000_000_000_000_000, 3_000_000_000_000_000_000]);
        Agree.Result(0.5, -1e18, result);
        Assert.Equal(0, result.PValue);
    }

    [Theory] // share of lattice paths that reach |i*m - j*n| >= h, counted in Python integers: 1 - inside / math.comb(n + m, n)
    [InlineData(1.0, 1, 1, 0.0)] // paths(1,1,1)
    [InlineData(0.5, 1, 2, 0.0)] // paths(1,2,1)
    [InlineData(0.3333333333333333, 2, 3, 0.0)] // paths(2,3,2)
    [InlineData(0.37142857142857144, 5, 7, -0.3046604089861988)] // paths(5,7,13)
    [InlineData(0.3, 10, 10, -0.23961624867698314)] // paths(10,10,30)
    [InlineData(0.5, 40, 60, -11.98036933082787)] // paths(40,60,1200)
    [InlineData(0.26666666666666666, 100, 150, -8.036382844507504)] // paths(100,150,4000)
    [InlineData(1.0, 100, 150, -164.59260320530583)] // paths(100,150,15000)
    [InlineData(0.9666666666666667, 300, 200, -292.6268118290723)] // paths(300,200,58000)
    [InlineData(0.98, 500, 500, -634.8461173494029)] // paths(500,500,245000)
    [InlineData(0.9791666666666666, 1200, 800, -1227.4924788154296)] // paths(1200,800,940000)
    [InlineData(1.0, 1, 5000, -7.824245990858959)] // paths(1,5000,5000)
    [InlineData(0.5002, 1, 5000, -0.00019998000266626672)] // paths(1,5000,2501)
    [InlineData(0.0, 5, 6, 0)]
    [InlineData(double.NaN, 5, 6, double.NaN)]
    public void ExactLogPValue_AnySizes_CountsLatticePaths(double d, int n, int m, double logP)
    {
        Agree.LogP(logP, KolmogorovSmirnov.ExactLogPValue(d, n, m));
        Agree.LogP(logP, KolmogorovSmirnov.ExactLogPValue(d, m, n));
        Assert.Equal(Math.Exp(KolmogorovSmirnov.ExactLogPValue(d, n, m)), KolmogorovSmirnov.ExactPValue(d, n, m));
    }

    [Theory] // float(mpmath.log(2 / mpmath.binomial(n + m, n))): only the two fully separated orderings reach D = 1
    [InlineData(1, 1, 0.0)]
    [InlineData(1, 1000000, -13.122364377403828)]
    [InlineData(80, 90, -114.05415115932438)]
    [InlineData(350, 340, -474.01154656010004)]
    [InlineData(515, 515, -709.5537576845187)]
    [InlineData(2000, 3000, -3359.9011581368522)]
    public void ExactLogPValue_CompleteSeparation_KeepsDigitsFarBelowTheSmallestDouble(int n, int m, double logP) =>
        Agree.LogP(logP, KolmogorovSmirnov.ExactLogPValue(1, n, m));

    [Fact]
    public void Auto_AboveTheDocumentedLimits_IsAsymptotic()
    {
        var (single, many) = (new double[] { -1 }, Samples.Grid(10_001, 1, 10_007));
        Assert.Equal(KolmogorovSmirnov.Test(single, many, KolmogorovSmirnovMethod.Asymptotic), KolmogorovSmirnov.Test(single, many));
        Assert.Equal(KolmogorovSmirnov.Test(single, many.AsSpan(1), KolmogorovSmirnovMethod.Exact), KolmogorovSmirnov.Test(single, many.AsSpan(1)));
    }

    [Fact]
    public void Test_EqualConstants_IsCertain() => Agree.Result(0, 0, KolmogorovSmirnov.Test([7, 7, 7], [7]));

    [Fact]
    public void Test_NegativeZero_EqualsZero() => Agree.Result(0, 0, KolmogorovSmirnov.Test([-0.0, 0.0], [0.0]));

    [Fact]
    public void Test_NaN_IsNaN()
    {
        Agree.IsNaN(KolmogorovSmirnov.Test([1, double.NaN], [1]));
        Agree.IsNaN(KolmogorovSmirnov.Test([1], [double.NaN]));
    }

    [Fact]
    public void Test_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("0 values", () => KolmogorovSmirnov.Test([], [1]));
        Agree.ThreeBeats("0 values", () => KolmogorovSmirnov.Test([1], []));
        Agree.ThreeBeats("0 observations", () => KolmogorovSmirnov.TestCounts([0, 0], [1, 2]));
        Agree.ThreeBeats("-2", () => KolmogorovSmirnov.TestCounts([1, -2], [1, 2]));
        Agree.ThreeBeats("3 cells", () => KolmogorovSmirnov.TestCounts([1, 2], [1, 2, 3]));
        Agree.ThreeBeats("1.5", () => KolmogorovSmirnov.ExactLogPValue(1.5, 3, 3));
        Agree.ThreeBeats("is 0", () => KolmogorovSmirnov.AsymptoticLogPValue(0.5, 0, 3));
        Agree.ThreeBeats("2000000000 steps", () => KolmogorovSmirnov.ExactLogPValue(0.5, 2_000_000_000, 1));
        Agree.ThreeBeats("5000000000 steps", () => KolmogorovSmirnov.ExactLogPValue(0.5, 100_000, 50_000));
    }
}
