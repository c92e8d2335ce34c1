namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the tables: we(a, b, alt) = scipy.stats.ttest_ind(a, b, equal_var=False, alternative=alt) with ln p; wes the same through
/// ttest_ind_from_stats(m1, sqrt(v1), n1, m2, sqrt(v2), n2); wel the same formulas in mpmath with 60 digits.
/// </summary>
public class WelchTTests
{
    public static TheoryData<double[], double[], Alternative, double, double> AnySamples => new()
    {
        // we([1,2,3,4],[2,4,6,8,10],'two-sided')
        { [1, 2, 3, 4], [2, 4, 6, 8, 10], Alternative.TwoSided, -2.2514363231593695, -2.6717145130519655 },
        { [1, 2, 3, 4], [2, 4, 6, 8, 10], Alternative.Less, -2.2514363231593695, -3.364861693611911 }, // we([1,2,3,4],[2,4,6,8,10],'less')
        // we([1,2,3,4],[2,4,6,8,10],'greater')
        { [1, 2, 3, 4], [2, 4, 6, 8, 10], Alternative.Greater, -2.2514363231593695, -0.0351783629311872 },
        { [1, 2], [1, 2], Alternative.TwoSided, 0.0, 0.0 }, // we([1,2],[1,2],'two-sided')
        { [1, 2], [1, 2], Alternative.Less, 0.0, -0.6931471805599453 }, // we([1,2],[1,2],'less')
        { [1, 2], [1, 2], Alternative.Greater, 0.0, -0.6931471805599453 }, // we([1,2],[1,2],'greater')
        { [0, 0, 0], [1, 2], Alternative.TwoSided, -3.0, -1.5855614147303534 }, // we([0,0,0],[1,2],'two-sided')
        { [0, 0, 0], [1, 2], Alternative.Less, -3.0, -2.278708595290299 }, // we([0,0,0],[1,2],'less')
        { [0, 0, 0], [1, 2], Alternative.Greater, -3.0, -0.10804899566097344 }, // we([0,0,0],[1,2],'greater')
        // we(grid(100,7,101),grid(10000,7,103)+30,'two-sided')
        { Samples.Grid(100, 7, 101), Samples.Grid(10000, 7, 103, 30), Alternative.TwoSided, -10.737257405686778, -40.69390837103084 },
        // we(grid(100,7,101),grid(10000,7,103)+30,'less')
        { Samples.Grid(100, 7, 101), Samples.Grid(10000, 7, 103, 30), Alternative.Less, -10.737257405686778, -41.387055551590784 },
        // we(grid(100,7,101),grid(10000,7,103)+30,'greater')
        { Samples.Grid(100, 7, 101), Samples.Grid(10000, 7, 103, 30), Alternative.Greater, -10.737257405686778, 0.0 },
        // wel(grid(400,7,101),grid(300,7,103)+200)
        { Samples.Grid(400, 7, 101), Samples.Grid(300, 7, 103, 200), Alternative.TwoSided, -88.88967861624518, -828.3672307504357 },
        // wel(grid(40,1,41)+1e9,grid(50,1,41)+1e9)
        { Samples.Grid(40, 1, 41, 1e9), Samples.Grid(50, 1, 41, 1e9), Alternative.TwoSided, 0.9295776993162275, -1.035087434329314 },
        // wel([1e300,2e300,4e300],[3e300,-1e300])
        { [1e300, 2e300, 4e300], [3e300, -1e300], Alternative.TwoSided, 0.6099942813304187, -0.4686262734098305 },
        // wel([1e-300,2e-300,4e-300],[3e-300,-1e-300])
        { [1e-300, 2e-300, 4e-300], [3e-300, -1e-300], Alternative.TwoSided, 0.6099942813304186, -0.46862627340983043 },
        // wel([1,1,nextafter(1,2)],[1,nextafter(1,2),nextafter(1,2)])
        { [1, 1, Math.BitIncrement(1.0)], [1, Math.BitIncrement(1.0), Math.BitIncrement(1.0)], Alternative.TwoSided, -0.7071067811865476, -0.6567795363890705 },
    };

    [Theory]
    [MemberData(nameof(AnySamples), DisableDiscoveryEnumeration = true)] // or the runner would write out every long sample
    public void Test_AnySamples_AgreesWithScipy(double[] first, double[] second, Alternative alternative, double t, double logP) =>
        Agree.Result(t, logP, WelchT.Test(first, second, alternative));

    [Theory]
    // wes(1, 2, 10, 1.5, 3, 12,'two-sided')
    [InlineData(1, 2, 10, 1.5, 3, 12, Alternative.TwoSided, -0.7453559924999299, -0.7663035341347906)]
    [InlineData(1, 2, 10, 1.5, 3, 12, Alternative.Less, -0.7453559924999299, -1.459450714694736)] // wes(1, 2, 10, 1.5, 3, 12,'less')
    // wes(1, 2, 10, 1.5, 3, 12,'greater')
    [InlineData(1, 2, 10, 1.5, 3, 12, Alternative.Greater, -0.7453559924999299, -0.2644394520474397)]
    // wes(100, 4, 1000000000, 100.0002, 9, 1000,'two-sided')
    [InlineData(100, 4, 1000000000, 100.0002, 9, 1000, Alternative.TwoSided, -0.002108184638363481, -0.0016830814247681184)]
    // wes(100, 4, 1000000000, 100.0002, 9, 1000,'less')
    [InlineData(100, 4, 1000000000, 100.0002, 9, 1000, Alternative.Less, -0.002108184638363481, -0.6948302619847134)]
    // wes(100, 4, 1000000000, 100.0002, 9, 1000,'greater')
    [InlineData(100, 4, 1000000000, 100.0002, 9, 1000, Alternative.Greater, -0.002108184638363481, -0.691466927139165)]
    // wes(0, 1, 2, 5, 0, 1000000,'two-sided')
    [InlineData(0, 1, 2, 5, 0, 1000000, Alternative.TwoSided, -7.071067811865475, -2.4142037953121265)]
    [InlineData(0, 1, 2, 5, 0, 1000000, Alternative.Less, -7.071067811865475, -3.1073509758720714)] // wes(0, 1, 2, 5, 0, 1000000,'less')
    // wes(0, 1, 2, 5, 0, 1000000,'greater')
    [InlineData(0, 1, 2, 5, 0, 1000000, Alternative.Greater, -7.071067811865475, -0.045750014136125644)]
    [InlineData(0.1, 2, 50, 0.1, 7, 60, Alternative.TwoSided, 0.0, 0.0)] // wes(0.1, 2, 50, 0.1, 7, 60,'two-sided')
    [InlineData(0.1, 2, 50, 0.1, 7, 60, Alternative.Less, 0.0, -0.6931471805599453)] // wes(0.1, 2, 50, 0.1, 7, 60,'less')
    [InlineData(0.1, 2, 50, 0.1, 7, 60, Alternative.Greater, 0.0, -0.6931471805599453)] // wes(0.1, 2, 50, 0.1, 7, 60,'greater')
    public void FromSummary_AnySummary_AgreesWithScipy(
        double m1, double v1, long n1, double m2, double v2, long n2, Alternative alternative, double t, double logP) =>
        Agree.Result(t, logP, WelchT.FromSummary(new(m1, v1, n1), new(m2, v2, n2), alternative));

    [Fact]
    public void FromSummary_OfTheSamples_IsTheTest() => Agree.Result(
        WelchT.Test([1, 2, 3, 4], [2, 4, 9]).Statistic, WelchT.Test([1, 2, 3, 4], [2, 4, 9]).LogPValue,
        WelchT.FromSummary(new(2.5, 5.0 / 3, 4), new(5, 13, 3)));

    [Fact]
    public void DegreesOfFreedom_EqualVariancesAndSizes_IsPooled() => Agree.Statistic(18, WelchT.DegreesOfFreedom(new(0, 2, 10), new(1, 2, 10)));

    [Fact]
    public void Test_EqualConstants_IsCertain() => Agree.Result(0, 0, WelchT.Test([0.1, 0.1, 0.1], [0.1, 0.1]));

    [Fact]
    public void Test_DifferentConstants_IsImpossible() // scipy: statistic=-inf, pvalue=0.0
    {
        double next = Math.BitIncrement(0.1);
        Agree.Result(double.NegativeInfinity, double.NegativeInfinity, WelchT.Test([0.1, 0.1, 0.1], [next, next]));
        Agree.Result(double.NegativeInfinity, double.NegativeInfinity, WelchT.Test([0.1, 0.1, 0.1], [next, next], Alternative.Less));
        Agree.Result(double.NegativeInfinity, 0, WelchT.Test([0.1, 0.1, 0.1], [next, next], Alternative.Greater));
    }

    [Fact]
    public void Test_NothingToMeasure_IsNaN() // scipy gives nan for each
    {
        Agree.IsNaN(WelchT.Test([1, double.NaN], [1, 2]));
        Agree.IsNaN(WelchT.Test([1, double.PositiveInfinity], [1, 2]));
        Agree.IsNaN(WelchT.Test([1], [2]));
        Agree.IsNaN(WelchT.Test([1], Samples.Grid(1000, 1, 1001)));
        Agree.IsNaN(WelchT.FromSummary(new(0, double.NaN, 5), new(0, 1, 5)));
    }

    [Fact]
    public void Test_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("0 values", () => WelchT.Test([1], []));
        Agree.ThreeBeats("-1", () => WelchT.FromSummary(new(0, -1, 5), new(0, 1, 5)));
        Agree.ThreeBeats("is 0", () => WelchT.FromSummary(new(0, 1, 0), new(0, 1, 5)));
    }
}
