using MathNet.Numerics.Distributions;

namespace Homeostat.Loop.Tests;

public class SampleSizeTests
{
    private static readonly Sizes s_sizes = new(100_000, 100, 10);

    [Fact]
    public void JensenShannon_ComesFromTheChiSquareQuantile()
    {
        double critical = ChiSquared.InvCDF(9, 1 - 0.0025), inverse = 0.01 * 8 * Math.Log(2) / critical - 1e-5;
        Assert.Equal((long)Math.Ceiling(1 / inverse), SampleSize.ForJensenShannon(0.1, s_sizes, 0.0025).Current);
    }

    [Fact]
    public void Psi_ComesFromTheChiSquareQuantile()
    {
        double inverse = 0.2 / ChiSquared.InvCDF(9, 1 - 0.0025) - 1e-5;
        Assert.Equal((long)Math.Ceiling(1 / inverse), SampleSize.ForPsi(0.2, s_sizes, 0.0025).Current);
    }

    // scipy.special.kolmogi(0.01) = 1.6276236115189503
    [Fact]
    public void Ks_ComesFromKolmogorovsQuantile() =>
        Assert.Equal((long)Math.Ceiling(1 / (0.01 / (1.6276236115189503 * 1.6276236115189503) - 1e-5)), SampleSize.ForKs(0.1, s_sizes, 0.01).Current);

    [Fact]
    public void SmallReference_NeverDoes() => Assert.Null(SampleSize.ForJensenShannon(0.1, s_sizes with { Reference = 100 }, 0.0025).Current);

    [Fact]
    public void NullQuantile_AtTheNeededSize_IsTheThreshold()
    {
        // 2,000 batches of exactly the needed size from the reference's own source: about alpha of them may exceed the threshold.
        const double alpha = 0.02;
        long needed = SampleSize.ForJensenShannon(0.1, new Sizes(50_000, 0, 10), alpha).Current!.Value;
        var random = new Random(5);
        int above = 0;
        for (int trial = 0; trial < 2_000; trial++)
        {
            long[] reference = new long[10], current = new long[10];
            for (int i = 0; i < 10; i++) reference[i] = 5_000;
            for (int i = 0; i < needed; i++) current[random.Next(10)]++;
            if (Statistics.Distances.JensenShannon.Distance(reference, current) > 0.1) above++;
        }
        Assert.InRange(above, 15, 65);
    }
}
