namespace Homeostat.Statistics.Tests.HypothesisTests.Tails;

public class KolmogorovTailTests
{
    [Theory] // mpmath, 60 digits: log(2 * nsum((-1)**(k-1) * exp(-2*k*k*x*x))); log(scipy.special.kolmogorov(x)) where that is finite
    [InlineData(0.05, -2.4231674791576992e-213)]
    [InlineData(0.2, -5.050407338671363e-13)]
    [InlineData(0.4, -0.0028116221303913958)]
    [InlineData(0.6, -0.14585527315812674)]
    [InlineData(0.81, -0.6387320428068215)]
    [InlineData(0.83, -0.7007943551069432)]
    [InlineData(1, -1.3093345359942996)]
    [InlineData(1.36, -3.006067968191612)]
    [InlineData(3, -17.306852819440056)]
    [InlineData(5, -49.30685281944005)]
    [InlineData(15, -449.30685281944005)]
    [InlineData(18.6, -691.2268528194402)]
    [InlineData(19, -721.3068528194401)]
    [InlineData(100, -19999.30685281944)]
    [InlineData(10000.0, -199999999.30685282)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Kolmogorov_AnyArgument_LogSurvivalAgrees(double x, double expected) => Agree.LogP(expected, LogSurvival.Kolmogorov(x));
}
