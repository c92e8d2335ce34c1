using Homeostat.Statistics.Tests.HypothesisTests;

namespace Homeostat.Statistics.Tests.Intervals;

/// <summary>
/// Python of the tables: wi = scipy.stats.binomtest(k, n).proportion_ci(confidence, method='wilson'); wix the formula in mpmath;
/// nc = Newcombe (1998), method 10, from wi: p-q-sqrt((p-l1)**2+(u2-q)**2), p-q+sqrt((u1-p)**2+(q-l2)**2).
/// </summary>
public class ProportionIntervalsTests
{
    [Theory]
    [InlineData(0, 1, 0.95, 0.0, 0.7934506856227626)] // wi(0,1,0.95)
    [InlineData(1, 1, 0.95, 0.20654931437723745, 1.0)] // wi(1,1,0.95)
    [InlineData(5, 10, 0.95, 0.236593090512564, 0.7634069094874361)] // wi(5,10,0.95)
    [InlineData(0, 50, 0.99, 0.0, 0.11715209171762797)] // wi(0,50,0.99)
    [InlineData(50, 50, 0.9, 0.9486668142137299, 1.0)] // wi(50,50,0.9)
    [InlineData(3, 1000, 0.95, 0.0010207838811386186, 0.008783014053503173)] // wi(3,1000,0.95)
    [InlineData(81, 263, 0.95, 0.2552885198782742, 0.36620957698280004)] // wi(81,263,0.95)
    [InlineData(1, 1000000000, 0.95, 1.765245549569632e-10, 5.664934243297438e-09)] // wix(1,1000000000,0.95)
    [InlineData(500000000, 1000000000, 0.999, 0.4999479722044157, 0.5000520277955842)] // wix(500000000,1000000000,0.999)
    [InlineData(7, 20, 0.5, 0.2821256241760512, 0.42454664916240864)] // wix(7,20,0.5)
    public void Wilson_AnyCounts_AgreesWithScipy(long successes, long trials, double confidence, double lower, double upper)
    {
        var interval = ProportionIntervals.Wilson(successes, trials, confidence);
        Agree.Statistic(lower, interval.Lower);
        Agree.Statistic(upper, interval.Upper);
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.95, 0.052431472402364815, 0.3338726540369059)] // nc(56, 70, 48, 80,0.95)
    [InlineData(9, 10, 3, 10, 0.95, 0.17052272393450302, 0.8090179735354881)] // nc(9, 10, 3, 10,0.95)
    [InlineData(10, 10, 0, 10, 0.95, 0.6075093504305242, 1.0)] // nc(10, 10, 0, 10,0.95)
    [InlineData(0, 10, 0, 10, 0.99, -0.39885409330490806, 0.39885409330490806)] // nc(0, 10, 0, 10,0.99)
    [InlineData(5, 1000000, 1, 3, 0.9, -0.7464611317267453, -0.07826072627925257)] // nc(5, 1000000, 1, 3,0.9)
    public void Newcombe_AnyCounts_AgreesWithTheFormula(long x1, long n1, long x2, long n2, double confidence, double lower, double upper)
    {
        var interval = ProportionIntervals.Newcombe(x1, n1, x2, n2, confidence);
        Agree.Statistic(lower, interval.Lower);
        Agree.Statistic(upper, interval.Upper);
    }

    [Fact]
    public void Newcombe_PublishedExample_Agrees() // Newcombe (1998), table II, example (a) 56/70 - 48/80, method 10: 0.0524 to 0.3339
    {
        var interval = ProportionIntervals.Newcombe(56, 70, 48, 80);
        Assert.Equal((0.0524, 0.3339), (Math.Round(interval.Lower, 4), Math.Round(interval.Upper, 4)));
        Assert.True(interval.Contains(0.2));
        Assert.False(interval.Contains(double.NaN));
    }

    [Theory] // ncp = the formula in Python: Wilson intervals of both margins, phi with B - n/2 for B above n/2, 0 from 0 to n/2, B below 0
    [InlineData(14, 5, 0, 22, 0.95, 0.011483241383033277, 0.22649268435121123)] // ncp(14,5,0,22,0.95)
    [InlineData(53, 1, 2, 0, 0.95, -0.10496025544674259, 0.06362450202505901)] // ncp(53,1,2,0,0.95)
    [InlineData(0, 10, 10, 0, 0.95, -0.4014039836035752, 0.4014039836035752)] // ncp(0,10,10,0,0.95)
    [InlineData(900, 50, 30, 20, 0.99, -0.003373088300583492, 0.04415199545089103)] // ncp(900,50,30,20,0.99)
    [InlineData(50, 0, 0, 0, 0.95, -0.07134759913335864, 0.07134759913335864)] // ncp(50,0,0,0,0.95)
    [InlineData(90000, 500, 450, 9050, 0.95, -0.0001049888461889713, 0.0011054093947524888)] // ncp(90000,500,450,9050,0.95)
    public void NewcombePaired_AnyCounts_AgreesWithTheFormula(long a, long b, long c, long d, double confidence, double lower, double upper)
    {
        var interval = ProportionIntervals.NewcombePaired(a, b, c, d, confidence);
        Assert.Equal(lower, interval.Lower, 11);
        Assert.Equal(upper, interval.Upper, 11);
    }

    [Theory] // Newcombe (1998), Stat. Med. 17, 2635, table III, method 10, 95 %; its 0.8736 is 0.87367 when computed, so the last digit may be one off
    [InlineData(36, 12, 2, 0, 0.0569, 0.3404)]
    [InlineData(20, 12, 2, 16, 0.0562, 0.3292)]
    [InlineData(36, 14, 0, 0, 0.1528, 0.4167)]
    [InlineData(18, 14, 0, 18, 0.1441, 0.3963)]
    [InlineData(1, 97, 1, 1, 0.8736, 0.9850)]
    [InlineData(0, 30, 0, 0, 0.8395, 1.0)]
    [InlineData(54, 0, 0, 0, -0.0664, 0.0664)]
    [InlineData(30, 0, 0, 24, -0.0358, 0.0358)]
    public void NewcombePaired_PublishedExamples_Agree(long a, long b, long c, long d, double lower, double upper)
    {
        var interval = ProportionIntervals.NewcombePaired(a, b, c, d);
        Assert.Equal(lower, interval.Lower, 0.0001);
        Assert.Equal(upper, interval.Upper, 0.0001);
    }

    [Fact]
    public void NewcombePaired_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("0 observations", () => ProportionIntervals.NewcombePaired(0, 0, 0, 0));
        Agree.ThreeBeats("-1", () => ProportionIntervals.NewcombePaired(1, -1, 0, 0));
    }

    [Fact]
    public void Wilson_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("is 3", () => ProportionIntervals.Wilson(3, 2));
        Agree.ThreeBeats("is 0", () => ProportionIntervals.Wilson(0, 0));
        Agree.ThreeBeats("is 95", () => ProportionIntervals.Wilson(1, 2, 95));
        Agree.ThreeBeats("is NaN", () => ProportionIntervals.Wilson(1, 2, double.NaN));
    }
}
