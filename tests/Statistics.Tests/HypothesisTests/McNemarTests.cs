namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the tables: mcn(b, c) = scipy.stats.binomtest(min(b, c), b + c).pvalue in logarithms; mcx(b, c, w) = 2 * (sum of
/// binomial(n, i) / 2**n for i below min(b, c), plus w times the term at min(b, c)), in mpmath with 60 digits.
/// </summary>
public class McNemarTests
{
    [Theory]
    [InlineData(0, 1, 0.0, 0.0)] // mcn(0,1)
    [InlineData(1, 0, 0.0, 0.0)] // mcn(1,0)
    [InlineData(0, 5, 0.0, -2.772588722239781)] // mcn(0,5)
    [InlineData(3, 9, 3.0, -1.924175412768712)] // mcn(3,9)
    [InlineData(5, 5, 5.0, 0.0)] // mcn(5,5)
    [InlineData(5, 6, 5.0, 0.0)] // mcn(5,6)
    [InlineData(40, 80, 40.0, -8.015206460653657)] // mcn(40,80)
    [InlineData(0, 1000, 0.0, -692.4540333793854)] // mcn(0,1000)
    [InlineData(100, 3000, 100.0, -1709.4670087827476)] // mcx(100,3000)
    [InlineData(1000000000, 1000200000, 1000000000.0, -11.76741386606107)] // mcx(1000000000,1000200000)
    [InlineData(1000000000, 1001700000, 1000000000.0, -725.7496237448327)] // mcx(1000000000,1001700000)
    public void Exact_AnyCounts_AgreesWithBinomialTest(long b, long c, double smaller, double logP) => Agree.Result(smaller, logP, McNemar.Exact(b, c));

    [Theory]
    [InlineData(0, 1, 0.0, -0.6931471805599453)] // mcx(0,1,0.5)
    [InlineData(0, 5, 0.0, -3.4657359027997265)] // mcx(0,5,0.5)
    [InlineData(3, 9, 3.0, -2.382871971099756)] // mcx(3,9,0.5)
    [InlineData(9, 3, 3.0, -2.382871971099756)] // mcx(9,3,0.5)
    [InlineData(5, 6, 5.0, -0.2556485839646051)] // mcx(5,6,0.5)
    [InlineData(40, 80, 40.0, -8.31745328333297)] // mcx(40,80,0.5)
    [InlineData(1000000000, 1000200000, 1000000000.0, -11.767518443594359)] // mcx(1000000000,1000200000,0.5)
    [InlineData(5, 5, 5, 0)] // 2 * P(X <= 5) - P(X = 5) = 1 by symmetry
    public void MidP_AnyCounts_WeighsTheObservedByHalf(long b, long c, double smaller, double logP) => Agree.Result(smaller, logP, McNemar.MidP(b, c));

    [Fact]
    public void Exact_NoDiscordantPairs_IsCertain() => Agree.Result(0, 0, McNemar.Exact(0, 0));

    [Fact]
    public void Exact_ImpossibleCounts_SayWhatToDo()
    {
        Agree.ThreeBeats("-1", () => McNemar.Exact(-1, 3));
        Agree.ThreeBeats("9007199254740993", () => McNemar.Exact(1L << 53, 1));
    }
}
