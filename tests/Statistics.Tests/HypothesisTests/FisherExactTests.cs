namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the tables: fis(t, alt) = scipy.stats.fisher_exact(t, alternative=alt) with ln p; fisx the hypergeometric sums in mpmath
/// with 40 digits, terms from the observed table outwards, two-sided with the tolerance 1e-7.
/// </summary>
public class FisherExactTests
{
    [Theory]
    [InlineData(8, 2, 1, 5, Alternative.TwoSided, 20.0, -3.3534067178258065)] // fis([[8,2],[1,5]],'two-sided')
    [InlineData(8, 2, 1, 5, Alternative.Less, 20.0, -0.000874508144932509)] // fis([[8,2],[1,5]],'less')
    [InlineData(8, 2, 1, 5, Alternative.Greater, 20.0, -3.710081661764539)] // fis([[8,2],[1,5]],'greater')
    [InlineData(3, 1, 1, 3, Alternative.TwoSided, 9.0, -0.7221347174331977)] // fis([[3,1],[1,3]],'two-sided')
    [InlineData(3, 1, 1, 3, Alternative.Less, 9.0, -0.014388737452099556)] // fis([[3,1],[1,3]],'less')
    [InlineData(3, 1, 1, 3, Alternative.Greater, 9.0, -1.415281897993143)] // fis([[3,1],[1,3]],'greater')
    [InlineData(1, 0, 0, 1, Alternative.TwoSided, double.PositiveInfinity, 0.0)] // fis([[1,0],[0,1]],'two-sided')
    [InlineData(1, 0, 0, 1, Alternative.Less, double.PositiveInfinity, 0.0)] // fis([[1,0],[0,1]],'less')
    [InlineData(1, 0, 0, 1, Alternative.Greater, double.PositiveInfinity, -0.6931471805599453)] // fis([[1,0],[0,1]],'greater')
    [InlineData(0, 5, 7, 3, Alternative.TwoSided, 0.0, -3.6635616461296467)] // fis([[0,5],[7,3]],'two-sided')
    [InlineData(0, 5, 7, 3, Alternative.Less, 0.0, -3.982015377248181)] // fis([[0,5],[7,3]],'less')
    [InlineData(0, 5, 7, 3, Alternative.Greater, 0.0, 0.0)] // fis([[0,5],[7,3]],'greater')
    [InlineData(5, 0, 0, 5, Alternative.TwoSided, double.PositiveInfinity, -4.836281906951478)] // fis([[5,0],[0,5]],'two-sided')
    [InlineData(5, 0, 0, 5, Alternative.Less, double.PositiveInfinity, 0.0)] // fis([[5,0],[0,5]],'less')
    [InlineData(5, 0, 0, 5, Alternative.Greater, double.PositiveInfinity, -5.529429087511423)] // fis([[5,0],[0,5]],'greater')
    [InlineData(100, 2, 1000, 5, Alternative.TwoSided, 0.25, -2.039636873346177)] // fis([[100,2],[1000,5]],'two-sided')
    [InlineData(100, 2, 1000, 5, Alternative.Less, 0.25, -2.039636873346177)] // fis([[100,2],[1000,5]],'less')
    [InlineData(100, 2, 1000, 5, Alternative.Greater, 0.25, -0.020416561494201145)] // fis([[100,2],[1000,5]],'greater')
    [InlineData(10, 10, 10, 10, Alternative.TwoSided, 1.0, 0.0)] // fis([[10,10],[10,10]],'two-sided')
    [InlineData(10, 10, 10, 10, Alternative.Less, 1.0, -0.47190233830461115)] // fis([[10,10],[10,10]],'less')
    [InlineData(10, 10, 10, 10, Alternative.Greater, 1.0, -0.47190233830461115)] // fis([[10,10],[10,10]],'greater')
    [InlineData(50, 950, 90, 910, Alternative.TwoSided, 0.5321637426900585, -7.439360876597672)] // fis([[50,950],[90,910]],'two-sided')
    [InlineData(50, 950, 90, 910, Alternative.Less, 0.5321637426900585, -8.132508057157619)] // fis([[50,950],[90,910]],'less')
    [InlineData(50, 950, 90, 910, Alternative.Greater, 0.5321637426900585, -0.0001496475721422045)] // fis([[50,950],[90,910]],'greater')
    [InlineData(2, 1000000, 1, 3, Alternative.TwoSided, 6e-06, -11.330612908068067)] // fis([[2,1000000],[1,3]],'two-sided')
    [InlineData(2, 1000000, 1, 3, Alternative.Less, 6e-06, -11.330612908068067)] // fis([[2,1000000],[1,3]],'less')
    [InlineData(2, 1000000, 1, 3, Alternative.Greater, 6e-06, -3.5999536685631e-11)] // fis([[2,1000000],[1,3]],'greater')
    [InlineData(300, 20, 15, 310, Alternative.TwoSided, 310.0, -312.4666938402298)] // fis([[300,20],[15,310]],'two-sided')
    [InlineData(300, 20, 15, 310, Alternative.Less, 310.0, 0.0)] // fis([[300,20],[15,310]],'less')
    [InlineData(300, 20, 15, 310, Alternative.Greater, 310.0, -312.487028179378)] // fis([[300,20],[15,310]],'greater')
    [InlineData(7, 8, 12, 2, Alternative.TwoSided, 0.14583333333333334, -2.9922401273261046)] // fis([[7,8],[12,2]],'two-sided')
    [InlineData(7, 8, 12, 2, Alternative.Less, 0.14583333333333334, -3.414782496252462)] // fis([[7,8],[12,2]],'less')
    [InlineData(7, 8, 12, 2, Alternative.Greater, 0.14583333333333334, -0.0036548467349522894)] // fis([[7,8],[12,2]],'greater')
    public void Test_SmallTables_AgreesWithScipy(long a, long b, long c, long d, Alternative alternative, double odds, double logP) =>
        Agree.Result(odds, logP, FisherExact.Test(a, b, c, d, alternative));

    [Theory]
    [InlineData(500, 0, 0, 500, Alternative.TwoSided, double.PositiveInfinity, -688.7741143872912)] // fisx(500,0,0,500,'two-sided')
    [InlineData(500, 0, 0, 500, Alternative.Less, double.PositiveInfinity, 0.0)] // fisx(500,0,0,500,'less')
    [InlineData(500, 0, 0, 500, Alternative.Greater, double.PositiveInfinity, -689.4672615678512)] // fisx(500,0,0,500,'greater')
    [InlineData(1000, 10, 10, 1000, Alternative.TwoSided, 10000.0, -1287.3768187993653)] // fisx(1000,10,10,1000,'two-sided')
    [InlineData(1000, 10, 10, 1000, Alternative.Less, 10000.0, 0.0)] // fisx(1000,10,10,1000,'less')
    [InlineData(1000, 10, 10, 1000, Alternative.Greater, 10000.0, -1288.0699659799252)] // fisx(1000,10,10,1000,'greater')
    // fisx(100000,1000,1200,100100,'two-sided')
    [InlineData(100000, 1000, 1200, 100100, Alternative.TwoSided, 8341.666666666666, -128100.10743415487)]
    [InlineData(100000, 1000, 1200, 100100, Alternative.Less, 8341.666666666666, 0.0)] // fisx(100000,1000,1200,100100,'less')
    // fisx(100000,1000,1200,100100,'greater')
    [InlineData(100000, 1000, 1200, 100100, Alternative.Greater, 8341.666666666666, -128100.20566468581)]
    // fisx(1000000000,1000000000,1000000000,1000000000,'two-sided')
    [InlineData(1000000000, 1000000000, 1000000000, 1000000000, Alternative.TwoSided, 1.0, 0.0)]
    // fisx(1000000000,1000000000,1000100000,999900000,'two-sided')
    [InlineData(1000000000, 1000000000, 1000100000, 999900000, Alternative.TwoSided, 0.9998000199980002, -6.459503867260159)]
    // fisx(1000000000,1000000000,1000700000,999300000,'two-sided')
    [InlineData(1000000000, 1000000000, 1000700000, 999300000, Alternative.TwoSided, 0.9986009793144799, -248.32435820864137)]
    // fisx(5,1000000000,0,3000000000,'two-sided')
    [InlineData(5, 1000000000, 0, 3000000000, Alternative.TwoSided, double.PositiveInfinity, -6.931471794349453)]
    [InlineData(5, 1000000000, 0, 3000000000, Alternative.Less, double.PositiveInfinity, 0.0)] // fisx(5,1000000000,0,3000000000,'less')
    // fisx(5,1000000000,0,3000000000,'greater')
    [InlineData(5, 1000000000, 0, 3000000000, Alternative.Greater, double.PositiveInfinity, -6.931471794349453)]
    // fisx(1000000000,5000,5200,1000000000,'two-sided')
    [InlineData(1000000000, 5000, 5200, 1000000000, Alternative.TwoSided, 38461538461.53846, -1386166932.6425343)]
    // fisx(40,3000000000,95,3000000000,'two-sided')
    [InlineData(40, 3000000000, 95, 3000000000, Alternative.TwoSided, 0.42105263157894735, -12.910376035270966)]
    // fisx(40,3000000000,95,3000000000,'less')
    [InlineData(40, 3000000000, 95, 3000000000, Alternative.Less, 0.42105263157894735, -13.603522699527995)]
    // fisx(40,3000000000,95,3000000000,'greater')
    [InlineData(40, 3000000000, 95, 3000000000, Alternative.Greater, 0.42105263157894735, -5.032497374154971e-07)]
    public void Test_HugeOrExtremeTables_AgreesWithFortyDigits(long a, long b, long c, long d, Alternative alternative, double odds, double logP) =>
        Agree.Result(odds, logP, FisherExact.Test(a, b, c, d, alternative));

    [Theory] // scipy.stats.fisher_exact returns (nan, 1.0)
    [InlineData(0, 0, 3, 4)]
    [InlineData(0, 3, 0, 4)]
    [InlineData(3, 4, 0, 0)]
    [InlineData(3, 0, 4, 0)]
    public void Test_EmptyMargin_ComparesNothing(long a, long b, long c, long d) => Agree.Result(double.NaN, 0, FisherExact.Test(a, b, c, d));

    [Fact]
    public void Test_ImpossibleTables_SayWhatToDo()
    {
        Agree.ThreeBeats("0 observations", () => FisherExact.Test(0, 0, 0, 0));
        Agree.ThreeBeats("-1", () => FisherExact.Test(1, -1, 2, 2));
        Agree.ThreeBeats("9007199254740992", () => FisherExact.Test(1L << 53, 1, 1, 1));
    }
}
