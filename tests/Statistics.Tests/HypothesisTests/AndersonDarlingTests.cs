namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the table: ad(*samples) = scipy.stats.anderson_ksamp(samples), statistic and log of the p-value (1e308 stands for infinity,
/// only the order counts); grid(n, step, mod) = (numpy.arange(n)*step%mod).astype(float).
/// </summary>
public class AndersonDarlingTests
{
    public static TheoryData<double[], int[], double, double, PValueCap> AnySamples => new()
    {
        { [1, 2, 3, 4, 5, 6], new[] { 3, 3 }, 2.6332335269661775, -3.606482161919513, PValueCap.None }, // ad([1,2,3],[4,5,6])
        { [1, 2, 3, 4], new[] { 1, 3 }, 1.3636363636363114, -2.4187852538501184, PValueCap.None }, // ad([1],[2,3,4])
        { [1, 1, 1, 2, 1, 2, 2, 2], new[] { 4, 4 }, 1.229958375119862, -2.290316952924168, PValueCap.None }, // ad([1,1,1,2],[1,2,2,2])
        // ad([38.7,41.5,43.8,44.5,45.5,46.0,47.7,58.0], [39.2,39.3,39.7,41.4,41.8,42.9,43.3,45.8],
        // [34.0,35.0,39.0,40.0,43.0,43.0,44.0,45.0], [34.0,34.8,34.8,35.4,37.2,37.8,41.2,42.8])
        { [38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0, 39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8, 34.0, 35.0, 39.0, 40.0,
            43.0, 43.0, 44.0, 45.0, 34.0, 34.8, 34.8, 35.4, 37.2, 37.8, 41.2, 42.8], new[] { 8, 8, 8, 8 }, 4.479780627135335,
            -6.107799591689503, PValueCap.None },
        // ad([-1e308,1,2,1e308],[3,9,1e308])
        { [double.NegativeInfinity, 1, 2, double.PositiveInfinity, 3, 9, double.PositiveInfinity], new[] { 4, 3 },
            0.2848032114665613, -1.3862943611198906, PValueCap.TrueValueIsLarger },
        // ad(grid(100,7,101),grid(300,7,103)+12)
        { [.. Samples.Grid(100, 7, 101), .. Samples.Grid(300, 7, 103, 12)], new[] { 100, 300 }, 9.4688880874992,
            -6.907755278982137, PValueCap.TrueValueIsSmaller },
        // ad(grid(100,7,101),grid(300,7,103)+5)
        { [.. Samples.Grid(100, 7, 101), .. Samples.Grid(300, 7, 103, 5)], new[] { 100, 300 }, 1.5377911672939273,
            -2.5851773007700123, PValueCap.None },
        // ad(grid(100,7,101),grid(300,7,103)+60)
        { [.. Samples.Grid(100, 7, 101), .. Samples.Grid(300, 7, 103, 60)], new[] { 100, 300 }, 114.18884435621345,
            -6.907755278982137, PValueCap.TrueValueIsSmaller },
        // ad([500],grid(100000,1,100003))
        { [500, .. Samples.Grid(100_000, 1, 100_003)], new[] { 1, 100_000 }, 3.917594024296692, -4.748296606018848, PValueCap.None },
    };

    [Theory]
    [MemberData(nameof(AnySamples), DisableDiscoveryEnumeration = true)] // or the runner would write out every long sample
    public void Test_AnySamples_AgreesWithScipyAndTellsTheCap(double[] values, int[] sizes, double statistic, double logP, PValueCap cap)
    {
        var result = AndersonDarling.Test(values, sizes);
        Agree.Result(statistic, logP, new(result.Statistic, result.LogPValue));
        Assert.Equal(cap, result.Cap);
        Assert.Equal(Math.Exp(result.LogPValue), result.PValue);
    }

    [Fact]
    public void Test_TwoSamples_IsTheKSampleTest() =>
        Assert.Equal(AndersonDarling.Test([1, 2, 3, 4, 5, 6], [3, 3]), AndersonDarling.Test([1.0, 2, 3], [4.0, 5, 6]));

    [Fact]
    public void Test_EqualConstants_IsCertain()
    {
        var result = AndersonDarling.Test([7.0, 7, 7], [7.0, 7]);
        Assert.Equal((0, PValueCap.None), (result.LogPValue, result.Cap));
    }

    [Fact]
    public void Test_NothingToMeasure_IsNaN()
    {
        Assert.True(double.IsNaN(AndersonDarling.Test([1.0, double.NaN, 3], [4.0, 5]).PValue));
        Assert.True(double.IsNaN(AndersonDarling.Test([1.0], [2.0, 3]).Statistic));
    }

    [Fact]
    public void Test_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("0 values", () => AndersonDarling.Test([], [1.0]));
        Agree.ThreeBeats("1 samples", () => AndersonDarling.Test([1, 2], [2]));
        Agree.ThreeBeats("sums to 3", () => AndersonDarling.Test([1, 2], [1, 2]));
        Agree.ThreeBeats("is 0", () => AndersonDarling.Test([1, 2], [0, 2]));
    }
}
