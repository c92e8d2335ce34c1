using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>What must hold for any samples. Small integers as values, so that ties are common.</summary>
public class RankTestProperties
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20_240_601, 7);

    [Fact]
    public void KolmogorovSmirnov_Swapped_IsTheSame() => ForSamples((a, b) =>
        Same(KolmogorovSmirnov.Test(a, b), KolmogorovSmirnov.Test(b, a)));

    [Fact]
    public void MannWhitney_Swapped_MirrorsU() => ForSamples((a, b) =>
    {
        var (forward, back) = (MannWhitney.Test(a, b), MannWhitney.Test(b, a));
        return forward.Statistic + back.Statistic == (double)a.Length * b.Length && Near(forward.LogPValue, back.LogPValue)
            && Near(MannWhitney.Test(a, b, Alternative.Less).LogPValue, MannWhitney.Test(b, a, Alternative.Greater).LogPValue);
    });

    [Fact]
    public void AndersonDarling_Swapped_IsTheSame() => ForSamples((a, b) =>
    {
        var (forward, back) = (AndersonDarling.Test(a, b), AndersonDarling.Test(b, a));
        return Near(forward.Statistic, back.Statistic) && Near(forward.LogPValue, back.LogPValue);
    });

    [Fact]
    public void WelchT_Swapped_FlipsItsSign() => ForSamples((a, b) =>
    {
        var (forward, back) = (WelchT.Test(a, b), WelchT.Test(b, a));
        return Near(forward.Statistic, -back.Statistic) && Near(forward.LogPValue, back.LogPValue);
    });

    [Fact]
    public void RankTests_MonotoneTransform_ChangesNothing() => ForSamples((a, b) =>
    {
        double[] c = Array.ConvertAll(a, v => Math.Exp(v) - 3), d = Array.ConvertAll(b, v => Math.Exp(v) - 3);
        return Same(KolmogorovSmirnov.Test(a, b), KolmogorovSmirnov.Test(c, d)) && Same(MannWhitney.Test(a, b), MannWhitney.Test(c, d))
            && AndersonDarling.Test(a, b).Equals(AndersonDarling.Test(c, d));
    });

    [Fact]
    public void AnyTest_AnySamples_PIsAProbability() => ForSamples((a, b) =>
        Array.TrueForAll(
            [KolmogorovSmirnov.Test(a, b), KolmogorovSmirnov.Test(a, b, KolmogorovSmirnovMethod.Asymptotic), MannWhitney.Test(a, b),
                MannWhitney.Test(a, b, Alternative.Less), MannWhitney.Test(a, b, Alternative.Greater)],
            result => result.PValue is >= 0 and <= 1));

    [Fact]
    public void KolmogorovSmirnov_Exact_NeverExceedsTheOneThatIgnoresTies() => ForSamples((a, b) =>
    {
        var result = KolmogorovSmirnov.Test(a, b, KolmogorovSmirnovMethod.Exact);
        return result.LogPValue <= KolmogorovSmirnov.ExactLogPValue(result.Statistic, a.Length, b.Length) + 1e-12;
    });

    private static void ForSamples(Func<double[], double[], bool> holds)
    {
        var sample = Gen.Choose(-4, 4).Select(v => (double)v).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();
        Prop.ForAll(sample, sample, holds).Check(_config);
    }

    private static bool Same(TestResult a, TestResult b) => Near(a.Statistic, b.Statistic) && Near(a.LogPValue, b.LogPValue);

    private static bool Near(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-10 * Math.Max(1, Math.Abs(a));
}
