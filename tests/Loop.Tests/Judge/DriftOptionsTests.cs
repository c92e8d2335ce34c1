namespace Homeostat.Loop.Tests;

public class DriftOptionsTests
{
    [Fact]
    public void Defaults_AreThese()
    {
        var options = DriftOptions.Default;
        Assert.Equal(0.2, options.Psi);
        Assert.Equal(0.1, options.JensenShannon);
        Assert.Equal(0.1, options.Wasserstein);
        Assert.Null(options.KolmogorovSmirnov);
        Assert.Null(options.Hellinger);
        Assert.Equal(0.05, options.MissingRate);
        Assert.Equal(0.05, options.TypeErrorRate);
        Assert.Equal(0.05, options.UnseenRate);
        Assert.Null(options.OutOfRangeRate);
        Assert.Equal(0.01, options.Alpha);
    }

    [Fact]
    public void EverySignal_HasAThreshold()
    {
        var all = new DriftOptions { Psi = 1, JensenShannon = 2, Wasserstein = 3, KolmogorovSmirnov = 4, Hellinger = 5, MissingRate = 6, TypeErrorRate = 7, UnseenRate = 8, OutOfRangeRate = 9 };
        Assert.Equal(Enumerable.Range(1, 9).Select(i => (double?)i), SignalScope.All.ToArray().Select(all.ThresholdOf));
        Assert.Null(all.ThresholdOf(DriftSignal.Presence));
    }
}
