namespace Homeostat.Statistics.Tests.HypothesisTests.Tails;

public class GammaTailTests
{
    [Theory] // mpmath, 60 digits: log(gammainc(k/2, x/2, inf, regularized=True)); scipy.stats.chi2.logsf(x, k) where that is finite
    [InlineData(0.1, 1, -0.2852455311696768)]
    [InlineData(2.9, 1, -2.423854231529681)]
    [InlineData(3.1, 1, -2.547306095305926)]
    [InlineData(30, 1, -16.95731815812879)]
    [InlineData(400, 1, -203.22400819053732)]
    [InlineData(600, 1, -303.42591595890315)]
    [InlineData(700, 1, -353.50275502514864)]
    [InlineData(1400, 1, -703.8486181251224)]
    [InlineData(3000, 1, -1504.229308192481)]
    [InlineData(100000.0, 1, -50005.98226408488)]
    [InlineData(1e-08, 2, -5e-09)]
    [InlineData(5, 2, -2.5)]
    [InlineData(10, 5, -2.5871354590744855)]
    [InlineData(900, 5, -441.1174800189294)]
    [InlineData(1500, 5, -740.352573728229)]
    [InlineData(80, 100, -0.07293104448422515)]
    [InlineData(120, 100, -2.472108720635338)]
    [InlineData(1800, 100, -711.1924853996745)]
    [InlineData(190, 200, -0.3817829734442565)]
    [InlineData(199, 200, -0.6798887834755294)]
    [InlineData(203, 200, -0.8496301193953603)]
    [InlineData(2500, 200, -903.0927833334863)]
    [InlineData(1000, 1023, -0.37018226364772994)]
    [InlineData(1100, 1023, -3.060455809832729)]
    [InlineData(3000, 1023, -442.8892090242844)]
    [InlineData(9000, 1023, -2882.342757181957)]
    [InlineData(19999, 20000, -0.6918182080415678)]
    [InlineData(21000, 20000, -14.665107486336822)]
    [InlineData(1000500, 1000000, -1.0169892656147348)]
    [InlineData(1010000, 1000000, -27.728796160458735)]
    [InlineData(0, 3, 0)]
    [InlineData(-1, 3, 0)]
    [InlineData(double.PositiveInfinity, 3, double.NegativeInfinity)]
    [InlineData(double.NaN, 3, double.NaN)]
    public void ChiSquare_AnyArgument_LogSurvivalAgrees(double x, double degrees, double expected) =>
        Agree.LogP(expected, LogSurvival.ChiSquare(x, degrees));

    [Theory]
    [InlineData(1, 30)]
    [InlineData(199.999, 260)]
    [InlineData(200.001, 260)]
    public void ChiSquare_RecurrenceInDegrees_Holds(double k, double x) // Q(a + 1, x) = Q(a, x) + x^a exp(-x) / Gamma(a + 1), DLMF 8.8.6
    {
        var step = Math.Exp(Saddlepoint.LogPoisson(k / 2, x / 2));
        Agree.Statistic(Math.Exp(LogSurvival.ChiSquare(x, k + 2)), Math.Exp(LogSurvival.ChiSquare(x, k)) + step);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void ChiSquare_NoDegreesOfFreedom_SaysWhatToDo(double degrees) =>
        Agree.ThreeBeats($"is {degrees}", () => LogSurvival.ChiSquare(1, degrees));
}
