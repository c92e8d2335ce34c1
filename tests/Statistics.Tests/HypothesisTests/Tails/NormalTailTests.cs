namespace Homeostat.Statistics.Tests.HypothesisTests.Tails;

public class NormalTailTests
{
    [Theory] // mpmath, 60 digits: log(erfc(z / sqrt(2)) / 2); the same as scipy.stats.norm.logsf(z) where that is finite
    [InlineData(-40, 0.0)]
    [InlineData(-10, -7.619853024160525e-24)]
    [InlineData(-1, -0.17275377902344988)]
    [InlineData(-0.001, -0.6923496142726883)]
    [InlineData(0, -0.6931471805599453)]
    [InlineData(0.5, -1.1759117615936185)]
    [InlineData(1, -1.8410216450092636)]
    [InlineData(3, -6.607726221510349)]
    [InlineData(10, -53.23128515051247)]
    [InlineData(20, -203.91715537109727)]
    [InlineData(29.9, -451.32291245852866)]
    [InlineData(30.1, -457.32956441638225)]
    [InlineData(37, -689.0305855768906)]
    [InlineData(38.6, -749.5528608462079)]
    [InlineData(50, -1254.8313611394199)]
    [InlineData(1000, -500007.82669481216)]
    [InlineData(1e+100, -5e+199)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Normal_AnyArgument_LogSurvivalAgrees(double z, double expected) => Agree.LogP(expected, LogSurvival.Normal(z));

    [Fact]
    public void NormalTwoSided_Zero_IsCertain() => Assert.Equal(0, LogSurvival.NormalTwoSided(-0.0));

    [Fact]
    public void Normal_FarLeft_KeepsTheDigitsOfTheComplement() => // mpmath: log1p(-erfc(10 / sqrt(2)) / 2)
        Agree.Statistic(-7.619853024160525e-24, LogSurvival.Normal(-10));
}
