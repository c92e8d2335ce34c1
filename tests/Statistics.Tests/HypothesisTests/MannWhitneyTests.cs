namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the tables: mw(a, b, alt, method) = scipy.stats.mannwhitneyu(a, b, alternative=alt, method=method) with ln p; mwz the same
/// asymptotic formula with its normal tail in mpmath; 1e308 stands for infinity (only the order counts; scipy takes both infinities together for NaN);
/// grid(n, step, mod) = (numpy.arange(n)*step%mod).astype(float).
/// </summary>
public class MannWhitneyTests
{
    public static TheoryData<double[], double[], Alternative, double, double> AnySamples => new()
    {
        { [1], [2], Alternative.TwoSided, 0.0, 0.0 }, // mw([1],[2],'two-sided','asymptotic')
        { [1], [2], Alternative.Less, 0.0, -0.6931471805599453 }, // mw([1],[2],'less','asymptotic')
        { [1], [2], Alternative.Greater, 0.0, -0.02301290932896349 }, // mw([1],[2],'greater','asymptotic')
        // mw([1,2,3,3],[2,3,4,5,5],'two-sided','asymptotic')
        { [1, 2, 3, 3], [2, 3, 4, 5, 5], Alternative.TwoSided, 3.5, -2.028088870918081 },
        { [1, 2, 3, 3], [2, 3, 4, 5, 5], Alternative.Less, 3.5, -2.721236051478026 }, // mw([1,2,3,3],[2,3,4,5,5],'less','asymptotic')
        // mw([1,2,3,3],[2,3,4,5,5],'greater','asymptotic')
        { [1, 2, 3, 3], [2, 3, 4, 5, 5], Alternative.Greater, 3.5, -0.04006491188339686 },
        // mw([1,5,9,12],[2,3,4,6,7],'two-sided','asymptotic')
        { [1, 5, 9, 12], [2, 3, 4, 6, 7], Alternative.TwoSided, 13.0, -0.6156467023398331 },
        { [1, 5, 9, 12], [2, 3, 4, 6, 7], Alternative.Less, 13.0, -0.21770044150225826 }, // mw([1,5,9,12],[2,3,4,6,7],'less','asymptotic')
        // mw([1,5,9,12],[2,3,4,6,7],'greater','asymptotic')
        { [1, 5, 9, 12], [2, 3, 4, 6, 7], Alternative.Greater, 13.0, -1.3087938828997785 },
        // mw([-1e308,1,1e308],[0,0.5,1e308],'two-sided','asymptotic')
        { [double.NegativeInfinity, 1, double.PositiveInfinity], [0, 0.5, double.PositiveInfinity], Alternative.TwoSided, 4.5, 0.0 },
        // mw([-1e308,1,1e308],[0,0.5,1e308],'less','asymptotic')
        { [double.NegativeInfinity, 1, double.PositiveInfinity], [0, 0.5, double.PositiveInfinity], Alternative.Less, 4.5, -0.5316901955458057 },
        // mw([-1e308,1,1e308],[0,0.5,1e308],'greater','asymptotic')
        { [double.NegativeInfinity, 1, double.PositiveInfinity], [0, 0.5, double.PositiveInfinity], Alternative.Greater, 4.5, -0.5316901955458057 },
        // mw([1.0]*3,[nextafter(1,2)]*2,'two-sided','asymptotic')
        { [1.0, 1.0, 1.0], [Math.BitIncrement(1.0), Math.BitIncrement(1.0)], Alternative.TwoSided, 0.0, -2.3477843145930297 },
        // mw([1.0]*3,[nextafter(1,2)]*2,'less','asymptotic')
        { [1.0, 1.0, 1.0], [Math.BitIncrement(1.0), Math.BitIncrement(1.0)], Alternative.Less, 0.0, -3.040931495152975 },
        // mw([1.0]*3,[nextafter(1,2)]*2,'greater','asymptotic')
        { [1.0, 1.0, 1.0], [Math.BitIncrement(1.0), Math.BitIncrement(1.0)], Alternative.Greater, 0.0, -0.009863816510573513 },
        // mw(grid(200,7,101),grid(300,7,103)+20,'two-sided','asymptotic')
        { Samples.Grid(200, 7, 101), Samples.Grid(300, 7, 103, 20), Alternative.TwoSided, 18990.0, -26.380472328377866 },
        // mw(grid(200,7,101),grid(300,7,103)+20,'less','asymptotic')
        { Samples.Grid(200, 7, 101), Samples.Grid(300, 7, 103, 20), Alternative.Less, 18990.0, -27.07361950893781 },
        // mw(grid(200,7,101),grid(300,7,103)+20,'greater','asymptotic')
        { Samples.Grid(200, 7, 101), Samples.Grid(300, 7, 103, 20), Alternative.Greater, 18990.0, -1.7382761896571184e-12 },
        // mwz([-1],grid(1000000,1,1000003),'two-sided')
        { [-1], Samples.Grid(1_000_000, 1, 1_000_003), Alternative.TwoSided, 0.0, -2.4857253842282043 },
        // mwz(grid(500,1,503),grid(500,1,503)+600,'two-sided')
        { Samples.Grid(500, 1, 503), Samples.Grid(500, 1, 503, 600), Alternative.TwoSided, 0.0, -378.15903208708846 },
        // mwz(grid(1000,1,1009),grid(1000,1,1009)+1010,'less')
        { Samples.Grid(1000, 1, 1009), Samples.Grid(1000, 1, 1009, 1010), Alternative.Less, 0.0, -754.1996518386496 },
        // mwz(grid(1000,1,1009),grid(1000,1,1009)+1010,'greater')
        { Samples.Grid(1000, 1, 1009), Samples.Grid(1000, 1, 1009, 1010), Alternative.Greater, 0.0, 0.0 },
        // mwz(grid(3000,1,7),grid(3000,1,7)+5,'two-sided')
        { Samples.Grid(3000, 1, 7), Samples.Grid(3000, 1, 7, 5), Alternative.TwoSided, 367224.0, -1919.9409507061364 },
        // mwz(grid(30000,1,7),grid(30000,1,7)+5,'two-sided')
        { Samples.Grid(30000, 1, 7), Samples.Grid(30000, 1, 7, 5), Alternative.TwoSided, 36731020.0, -19163.505541840444 },
    };

    [Theory]
    [MemberData(nameof(AnySamples), DisableDiscoveryEnumeration = true)] // or the runner would write out every long sample
    public void Asymptotic_AnySamples_AgreesWithScipy(double[] first, double[] second, Alternative alternative, double u, double logP) =>
        Agree.Result(u, logP, MannWhitney.Test(first, second, alternative, MannWhitneyMethod.Asymptotic));

    public static TheoryData<double[], double[], Alternative, double, double> WithoutTies => new()
    {
        { [1], [2], Alternative.TwoSided, 0.0, 0.0 }, // mw([1],[2],'two-sided','exact')
        { [1], [2], Alternative.Less, 0.0, -0.6931471805599453 }, // mw([1],[2],'less','exact')
        { [1], [2], Alternative.Greater, 0.0, 0.0 }, // mw([1],[2],'greater','exact')
        // mw([1,5,9,12],[2,3,4,6,7],'two-sided','exact')
        { [1, 5, 9, 12], [2, 3, 4, 6, 7], Alternative.TwoSided, 13.0, -0.587786664902119 },
        { [1, 5, 9, 12], [2, 3, 4, 6, 7], Alternative.Less, 13.0, -0.23111172096338656 }, // mw([1,5,9,12],[2,3,4,6,7],'less','exact')
        { [1, 5, 9, 12], [2, 3, 4, 6, 7], Alternative.Greater, 13.0, -1.2809338454620642 }, // mw([1,5,9,12],[2,3,4,6,7],'greater','exact')
        // mw([1,2,3,4,5,6,7,8],[0.5,9,10,11,12],'two-sided','exact')
        { [1, 2, 3, 4, 5, 6, 7, 8], [0.5, 9, 10, 11, 12], Alternative.TwoSided, 8.0, -2.3725774648140807 },
        // mw([1,2,3,4,5,6,7,8],[0.5,9,10,11,12],'less','exact')
        { [1, 2, 3, 4, 5, 6, 7, 8], [0.5, 9, 10, 11, 12], Alternative.Less, 8.0, -3.065724645374026 },
        // mw([1,2,3,4,5,6,7,8],[0.5,9,10,11,12],'greater','exact')
        { [1, 2, 3, 4, 5, 6, 7, 8], [0.5, 9, 10, 11, 12], Alternative.Greater, 8.0, -0.03317839869731856 },
        // mw(grid(30,7,1009),grid(40,11,1013)+50.5,'two-sided','exact')
        { Samples.Grid(30, 7, 1009), Samples.Grid(40, 11, 1013, 50.5), Alternative.TwoSided, 169.0, -16.81557431108298 },
        // mw(grid(30,7,1009),grid(40,11,1013)+50.5,'less','exact')
        { Samples.Grid(30, 7, 1009), Samples.Grid(40, 11, 1013, 50.5), Alternative.Less, 169.0, -17.508721491642923 },
        // mw(grid(30,7,1009),grid(40,11,1013)+50.5,'greater','exact')
        { Samples.Grid(30, 7, 1009), Samples.Grid(40, 11, 1013, 50.5), Alternative.Greater, 169.0, -2.2869788102786738e-08 },
        // mw(grid(8,113,1009),grid(300,11,1013)+0.5,'two-sided','exact')
        { Samples.Grid(8, 113, 1009), Samples.Grid(300, 11, 1013, 0.5), Alternative.TwoSided, 1005.0, -0.8185999827804864 },
        // mw(grid(8,113,1009),grid(300,11,1013)+0.5,'less','exact')
        { Samples.Grid(8, 113, 1009), Samples.Grid(300, 11, 1013, 0.5), Alternative.Less, 1005.0, -1.5117471633404318 },
        // mw(grid(8,113,1009),grid(300,11,1013)+0.5,'greater','exact')
        { Samples.Grid(8, 113, 1009), Samples.Grid(300, 11, 1013, 0.5), Alternative.Greater, 1005.0, -0.24761924769415292 },
    };

    [Theory]
    [MemberData(nameof(WithoutTies), DisableDiscoveryEnumeration = true)] // or the runner would write out every long sample
    public void Exact_WithoutTies_AgreesWithScipy(double[] first, double[] second, Alternative alternative, double u, double logP) =>
        Agree.Result(u, logP, MannWhitney.Test(first, second, alternative, MannWhitneyMethod.Exact));

    [Theory] // float(mpmath.log(2 / mpmath.binomial(n + m, n)))
    [InlineData(1, 1, 0.0)]
    [InlineData(1, 1000000, -13.122364377403828)]
    [InlineData(2, 20000, -18.42083073770274)]
    [InlineData(8, 5000, -56.8469913714772)]
    [InlineData(100, 100, -135.06008890071854)]
    [InlineData(200, 200, -273.3435764178705)]
    public void Exact_CompleteSeparation_IsTheShareOfTwoOrderings(int n, int m, double logP) =>
        Agree.Result(0, logP, MannWhitney.Test(Samples.Grid(n, 1, n + 1, -n - 1), Samples.Grid(m, 1, m + 1), Alternative.TwoSided, MannWhitneyMethod.Exact));

    [Fact]
    public void Auto_TiesOrLargeSamples_IsAsymptotic()
    {
        double[] few = [1, 2, 3], many = Samples.Grid(9, 1, 11, 0.5);
        Assert.Equal(MannWhitney.Test(few, many, method: MannWhitneyMethod.Exact), MannWhitney.Test(few, many));
        Assert.Equal(MannWhitney.Test([1, 2, 0.5], many, method: MannWhitneyMethod.Asymptotic), MannWhitney.Test([1, 2, 0.5], many));
        Assert.Equal(MannWhitney.Test(Samples.Grid(9, 1, 11), many, method: MannWhitneyMethod.Asymptotic), MannWhitney.Test(Samples.Grid(9, 1, 11), many));
    }

    [Theory] // the whole range sums to the binomial coefficient, the lower half to half of it when n * m is odd
    [InlineData(5, 7, 12, 171)] // sum of the coefficients of q**0 to q**12 of the Gaussian binomial (12 over 5), in Python integers
    [InlineData(5, 7, 35, 792)] // math.comb(12, 5)
    [InlineData(15, 21, 157, 2783951280)] // math.comb(36, 15) // 2
    [InlineData(20, 20, 400, 137846528820)] // math.comb(40, 20)
    public void Exact_BothAlgorithms_CountTheSameOrderings(int n, int m, int u, double expected)
    {
        Assert.Equal(expected, MannWhitneyExact.IntegerSum(u, n, m));
        Assert.Equal(expected, MannWhitneyExact.PositiveSum(u, n, m));
    }

    [Fact]
    public void TestCounts_Cells_AreTies() => Assert.Equal(
        MannWhitney.Test([0, 0, 1, 2], [1, 1, 2, 2, 2]), MannWhitney.TestCounts([2, 1, 1], [0, 2, 3]));

    [Fact]
    public void TestCounts_HugeHeavyTies_KeepTheirDigits()
    {
        // N = 2e9 + 1, one value apart from a single tie group: mpmath, s = sqrt(n*m/12*(N**3-N-(t**3-t))/(N*(N-1))), z = (m/2 - 1/2)/s
        var result = MannWhitney.TestCounts([1_000_000_000, 1], [1_000_000_000, 0], Alternative.Greater);
        Agree.Result(5.00000001e+17, -1.8410216427215607, result);
    }

    [Theory]
    [InlineData(Alternative.TwoSided)]
    [InlineData(Alternative.Less)]
    [InlineData(Alternative.Greater)]
    public void Test_EqualConstants_IsCertain(Alternative alternative) => Agree.Result(3, 0, MannWhitney.Test([7, 7, 7], [7, 7], alternative));

    [Fact]
    public void Test_NaN_IsNaN() => Agree.IsNaN(MannWhitney.Test([1, double.NaN], [1]));

    [Fact]
    public void Test_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("0 values", () => MannWhitney.Test([], [1]));
        Agree.ThreeBeats("2 + 1 values", () => MannWhitney.Test([1, 2], [-0.0 + 1], method: MannWhitneyMethod.Exact));
        Agree.ThreeBeats("300 x 300", () => MannWhitney.Test(Samples.Grid(300, 1, 301), Samples.Grid(300, 1, 301, 0.5), method: MannWhitneyMethod.Exact));
        Agree.ThreeBeats("4000000000000", () => MannWhitney.TestCounts([4_000_000_000_000], [4_000_000_000_000]));
    }
}
