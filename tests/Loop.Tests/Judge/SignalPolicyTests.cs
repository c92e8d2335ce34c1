namespace Homeostat.Loop.Tests;

public class SignalPolicyTests
{
    private const double Alpha = 0.001;

    [Theory]
    [InlineData(0.0999, 0.0, Verdict.Pass)]
    [InlineData(0.1, 0.0, Verdict.Pass)]
    [InlineData(0.1001, 0.0, Verdict.Fail)]
    [InlineData(0.1001, 0.000999, Verdict.Fail)]
    [InlineData(0.1001, 0.001, Verdict.Inconclusive)]
    [InlineData(0.1001, 1.0, Verdict.Inconclusive)]
    [InlineData(0.0999, 1.0, Verdict.Pass)]
    public void Verdict_ByThresholdAndChance(double observed, double p, Verdict expected) =>
        Assert.Equal(expected, Judge(DriftSignal.JensenShannon, observed, p, 500).Verdict);

    [Fact]
    public void HeldBack_SaysHowMuchWouldDo()
    {
        var verdict = Judge(DriftSignal.JensenShannon, 0.13, 0.2, 512);
        Assert.Equal(512, verdict.NeededCount);
        Assert.Equal("Jensen-Shannon 0.13, above 0.1 (p 0.2), but 100 values are too few to rule out chance; about 520 would do", verdict.Reason);
        Assert.Equal("jensenShannon/1", verdict.Rule);
    }

    [Fact]
    public void HeldBack_ByASmallReference_SaysThatNoBatchWouldDo()
    {
        var verdict = Judge(DriftSignal.JensenShannon, 0.13, 0.2, null);
        Assert.Null(verdict.NeededCount);
        Assert.EndsWith("no batch would do, as the reference is too small: about 1,100 values on each side would", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void HeldBack_WithEnoughByTheFormula_AsksForTwiceTheBatch() =>
        Assert.Equal(200, Judge(DriftSignal.Psi, 0.3, 0.2, 50).NeededCount);

    [Fact]
    public void Wasserstein_FromAFewExtremes_PassesWhenTheBulkWouldHaveBeenSeen()
    {
        Assert.Equal(Verdict.Pass, Judge(DriftSignal.Wasserstein, 40, 0.9, 100).Verdict);
        Assert.Contains("a few extreme values make it", Judge(DriftSignal.Wasserstein, 40, 0.9, 100).Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconclusive, Judge(DriftSignal.Wasserstein, 40, 0.9, 101).Verdict);
    }

    private static SignalVerdict Judge(DriftSignal signal, double observed, double p, long? needed) =>
        SignalPolicy.Judge(new Finding(signal, observed, new Sizes(1000, 100, 10), () => p, _ => new Need(needed, 1024)), 0.1, Alpha);
}
