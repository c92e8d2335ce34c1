namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the table: tp = p = (x1+x2)/(n1+n2); z = (x1/n1-x2/n2)/sqrt(p*(1-p)*(1/n1+1/n2)); two-sided erfc(abs(z)/sqrt(2)), less
/// erfc(-z/sqrt(2))/2, greater erfc(z/sqrt(2))/2; in mpmath with 60 digits.
/// </summary>
public class TwoProportionsTests
{
    [Theory]
    [InlineData(10, 100, 20, 110, Alternative.TwoSided, -1.6922282244532987, -2.401273836691217)] // tp(10, 100, 20, 110,'two-sided')
    [InlineData(10, 100, 20, 110, Alternative.Less, -1.6922282244532987, -3.0944210172511624)] // tp(10, 100, 20, 110,'less')
    [InlineData(10, 100, 20, 110, Alternative.Greater, -1.6922282244532987, -0.04635941600941846)] // tp(10, 100, 20, 110,'greater')
    [InlineData(1, 1, 0, 1, Alternative.TwoSided, 1.4142135623730951, -1.8496055099332482)] // tp(1, 1, 0, 1,'two-sided')
    [InlineData(1, 1, 0, 1, Alternative.Less, 1.4142135623730951, -0.08191486288187481)] // tp(1, 1, 0, 1,'less')
    [InlineData(1, 1, 0, 1, Alternative.Greater, 1.4142135623730951, -2.5427526904931934)] // tp(1, 1, 0, 1,'greater')
    [InlineData(0, 1, 3, 1000000, Alternative.TwoSided, -0.0017320534056483362, -0.001382933792139314)] // tp(0, 1, 3, 1000000,'two-sided')
    [InlineData(0, 1, 3, 1000000, Alternative.Less, -0.0017320534056483362, -0.6945301143520847)] // tp(0, 1, 3, 1000000,'less')
    [InlineData(0, 1, 3, 1000000, Alternative.Greater, -0.0017320534056483362, -0.6917661566327666)] // tp(0, 1, 3, 1000000,'greater')
    [InlineData(900, 1000, 100, 1000, Alternative.TwoSided, 35.77708763999664, -643.803878761071)] // tp(900, 1000, 100, 1000,'two-sided')
    [InlineData(900, 1000, 100, 1000, Alternative.Less, 35.77708763999664, 0.0)] // tp(900, 1000, 100, 1000,'less')
    [InlineData(900, 1000, 100, 1000, Alternative.Greater, 35.77708763999664, -644.4970259416309)] // tp(900, 1000, 100, 1000,'greater')
    // tp(500000000, 1000000000, 500100000, 1000000000)
    [InlineData(500000000, 1000000000, 500100000, 1000000000, Alternative.TwoSided, -4.472135977360259, -11.76856436474991)]
    // tp(1000000, 2000000, 1100000, 2000000)
    [InlineData(1000000, 2000000, 1100000, 2000000, Alternative.TwoSided, -100.12523486435177, -5017.363641149681)]
    [InlineData(5, 10, 50, 100, Alternative.TwoSided, 0.0, 0.0)] // tp(5, 10, 50, 100)
    public void Test_AnyCounts_AgreesWithTheFormula(long x1, long n1, long x2, long n2, Alternative alternative, double z, double logP) =>
        Agree.Result(z, logP, TwoProportions.Test(x1, n1, x2, n2, alternative));

    [Theory]
    [InlineData(0, 5, 0, 9)]
    [InlineData(5, 5, 9, 9)]
    public void Test_NoVariance_IsCertain(long x1, long n1, long x2, long n2) => Agree.Result(0, 0, TwoProportions.Test(x1, n1, x2, n2));

    [Fact]
    public void Test_ImpossibleCounts_SayWhatToDo()
    {
        Agree.ThreeBeats("is 6", () => TwoProportions.Test(6, 5, 1, 2));
        Agree.ThreeBeats("-1", () => TwoProportions.Test(1, 5, -1, 2));
        Agree.ThreeBeats("is 0", () => TwoProportions.Test(0, 0, 1, 2));
    }
}
