using Homeostat.Statistics.Tests.HypothesisTests;

namespace Homeostat.Statistics.Tests.Intervals;

public class PairedBootstrapTests
{
    [Fact]
    public void MeanDifference_ManyResamples_AgreesWithScipy()
    {
        // a=grid(40,7,23)+0.5*numpy.arange(40); b=grid(40,5,19); grid(n,step,mod)=(numpy.arange(n)*step%mod).astype(float)
        // scipy.stats.bootstrap((a-b,),numpy.mean,n_resamples=200000,method='BCa',random_state=1).confidence_interval
        var first = Samples.Grid(40, 7, 23);
        for (var i = 0; i < first.Length; i++) first[i] += 0.5 * i;
        var interval = PairedBootstrap.MeanDifference(first, Samples.Grid(40, 5, 19), 0.95, 40_000, seed: 7);
        Assert.InRange(interval.Lower, 8.8875, 9.1875); // 9.0375
        Assert.InRange(interval.Upper, 15.45, 15.75); // 15.6000
    }

    [Fact]
    public void Interval_SkewedMean_AgreesWithScipy()
    {
        // e=numpy.exp(grid(30,7,31)/8); scipy.stats.bootstrap((e,),numpy.mean,n_resamples=200000,method='BCa',random_state=1,confidence_level=0.9)
        var values = Array.ConvertAll(Samples.Grid(30, 7, 31), v => Math.Exp(v / 8));
        var interval = PairedBootstrap.Interval(30, rows => Mean(values, rows), 0.9, 40_000, seed: -3);
        Assert.InRange(interval.Lower, 7.991214343346097, 8.231214343346096); // 8.1112
        Assert.InRange(interval.Upper, 15.091368824155424, 15.331368824155422); // 15.2114
    }

    [Fact]
    public void Bca_ByHand_Agrees()
    {
        // z0=ndtri(0.40); a=lambda z: ndtr(z0+(z0+z)/(1-0.05*(z0+z))); numpy.percentile(numpy.arange(1,101),[100*a(ndtri(.025)),100*a(ndtri(.975))])
        var replicates = Samples.Grid(100, 37, 101, 0);
        for (var i = 0; i < 100; i++) replicates[i] = 100 - i;
        var interval = Bca.Interval(40.5, 0.05, replicates, 0.95);
        Agree.Statistic(2.222448353613486, interval.Lower);
        Agree.Statistic(94.71058033699987, interval.Upper);
    }

    [Fact]
    public void Acceleration_OfAMean_IsASixthOfTheSkewness()
    {
        // x=[1,2,4,9]; jk=(x.sum()-x)/3; U=jk.mean()-jk; (U**3).sum()/(6*(U**2).sum()**1.5)
        double[] values = [1, 2, 4, 9];
        Agree.Statistic(0.06403477149898516, Bca.Acceleration([0, 1, 2, 3], rows => Mean(values, rows)));
    }

    [Fact]
    public void MeanDifference_SameSeed_IsTheSameInterval()
    {
        double[] first = [3, 1, 4, 1, 5, 9, 2, 6], second = [2, 7, 1, 8, 2, 8, 1, 8];
        var interval = PairedBootstrap.MeanDifference(first, second, 0.95, 2_000, seed: 42);
        Assert.Equal(interval, PairedBootstrap.MeanDifference(first, second, 0.95, 2_000, seed: 42));
        Assert.NotEqual(interval, PairedBootstrap.MeanDifference(first, second, 0.95, 2_000, seed: 43));
    }

    [Fact]
    public void MeanDifference_ConstantDifference_IsAPoint() =>
        Assert.Equal(new ConfidenceInterval(0.25, 0.25), PairedBootstrap.MeanDifference([1.25, 2.25, 3.25], [1, 2, 3], 0.95, 1_000, seed: 1));

    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 2.0 })]
    [InlineData(new[] { 1.0, double.NaN }, new[] { 2.0, 3.0 })]
    [InlineData(new[] { 1.0, double.PositiveInfinity }, new[] { 2.0, 3.0 })]
    public void MeanDifference_NothingToMeasure_IsNaN(double[] first, double[] second)
    {
        var interval = PairedBootstrap.MeanDifference(first, second, 0.95, 1_000, seed: 1);
        Assert.True(double.IsNaN(interval.Lower) && double.IsNaN(interval.Upper));
    }

    [Fact]
    public void MeanDifference_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("0 values", () => PairedBootstrap.MeanDifference([], [], 0.95, 1_000, 1));
        Agree.ThreeBeats("2 cells", () => PairedBootstrap.MeanDifference([1], [1, 2], 0.95, 1_000, 1));
        Agree.ThreeBeats("is 99", () => PairedBootstrap.MeanDifference([1, 2], [1, 2], 0.95, 99, 1));
        Agree.ThreeBeats("is 1,", () => PairedBootstrap.MeanDifference([1, 2], [1, 2], 1, 1_000, 1));
    }

    private static double Mean(double[] values, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (var row in rows) sum += values[row];
        return sum / rows.Length;
    }
}
