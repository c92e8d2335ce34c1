namespace Homeostat.Statistics.Tests.HypothesisTests.Tails;

public class StudentTailTests
{
    [Theory] // mpmath, 120 digits: log(betainc(v/2, 1/2, 0, v / (v + t**2), regularized=True)); for v above 5000 by quadrature of the density
    [InlineData(0, 5, 0.0)]
    [InlineData(1e-10, 5, -7.592133796738091e-11)]
    [InlineData(0.5, 1, -0.34979471750208646)]
    [InlineData(1.7, 1, -1.0832133000522093)]
    [InlineData(1.8, 1, -1.1306327108097403)]
    [InlineData(1.7, 1000000000.0, -2.417648913503587)]
    [InlineData(3, 2.5, -2.6231196737801854)]
    [InlineData(10, 5, -8.674153623067767)]
    [InlineData(1000000.0, 5, -66.13414937345867)]
    [InlineData(1e+60, 5, -687.8321244818403)]
    [InlineData(1e+70, 9.5, -1521.9031558668198)]
    [InlineData(1e+200, 1, -460.96860130409857)]
    [InlineData(1e+200, 300, -137302.61672436606)]
    [InlineData(37, 99, -135.970230815917)]
    [InlineData(37, 101, -137.73475764636328)]
    [InlineData(50, 1000, -629.893565926389)]
    [InlineData(100, 1000, -1202.5800000769477)]
    [InlineData(5, 100000, -14.37016587563837)]
    [InlineData(40, 100000, -797.5748184606855)]
    [InlineData(2, 10000000.0, -3.0900365598183512)]
    [InlineData(37, 10000000.0, -688.290520226642)]
    [InlineData(38, 1000000000.0, -725.8635468330111)]
    [InlineData(50, 1000000000.0, -1254.1366502117148)]
    [InlineData(1.75, 1000000000000.0, -2.5242508152365004)]
    [InlineData(37, 1000000000000000.0, -688.3374383958615)]
    [InlineData(3, double.PositiveInfinity, -5.914579040950404)] // mpmath: log(erfc(3 / sqrt(2)))
    [InlineData(double.NegativeInfinity, 5, double.NegativeInfinity)]
    [InlineData(double.NaN, 5, double.NaN)]
    [InlineData(1, double.NaN, double.NaN)]
    public void StudentTTwoSided_AnyArgument_LogSurvivalAgrees(double t, double degrees, double expected) =>
        Agree.LogP(expected, LogSurvival.StudentTTwoSided(t, degrees));

    [Theory]
    [InlineData(2, 7)]
    [InlineData(0.3, 1)]
    [InlineData(12, 1e8)]
    public void StudentT_BothTails_AddToOne(double t, double degrees) =>
        Agree.Statistic(1, Math.Exp(LogSurvival.StudentT(t, degrees)) + Math.Exp(LogSurvival.StudentT(-t, degrees)));
}
