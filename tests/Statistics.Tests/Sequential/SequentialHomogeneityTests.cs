using Homeostat.Statistics.Tests.HypothesisTests;

namespace Homeostat.Statistics.Tests.Sequential;

/// <summary>
/// Python of the table: hom(x, y) = dm(x) + dm(y) - sum((u + v) * ln((u + v) / N)), where dm adds ln((count + 1/2) / (total + cells / 2))
/// observation by observation.
/// </summary>
public class SequentialHomogeneityTests
{
    [Theory]
    [InlineData(new long[] { 10, 0 }, new long[] { 0, 10 }, 10.390639018006002)]
    [InlineData(new long[] { 5, 5, 5 }, new long[] { 5, 5, 5 }, -5.526010697144734)]
    [InlineData(new long[] { 20, 30, 50 }, new long[] { 50, 30, 20 }, 4.054770464840544)]
    [InlineData(new long[] { 0, 0, 3 }, new long[] { 4, 0, 0 }, 0.6372220065117684)]
    [InlineData(new long[] { 0, 0 }, new long[] { 0, 0 }, 0.0)]
    public void LogEvidence_AnyCounts_AgreesWithTheDefinition(long[] first, long[] second, double expected) =>
        Assert.Equal(expected, SequentialHomogeneity.LogEvidence(first, second), 9);

    [Fact]
    public void LogEvidence_LookedAtAfterEveryObservation_KeepsItsLevel() => Assert.InRange(Alarms([0.6, 0.3, 0.1, 0]), 0, 15); // 5 % of 300

    [Fact]
    public void LogEvidence_AnotherMixture_IsFound() => Assert.InRange(Alarms([0.3, 0.3, 0.2, 0.2]), 295, 300);

    [Fact]
    public void LogEvidence_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("-1", () => SequentialHomogeneity.LogEvidence([-1, 2], [1, 1]));
        Agree.ThreeBeats("2 cells", () => SequentialHomogeneity.LogEvidence([1], [1, 1]));
    }

    private static int Alarms(double[] first) => Enumerable.Range(1, 300).Count(seed =>
    {
        var random = new Random(seed);
        long[] x = new long[4], y = new long[4];
        for (int i = 0; i < 500; i++)
        {
            x[Draw(random, first)]++;
            y[Draw(random, [0.6, 0.3, 0.1, 0])]++;
            if (SequentialHomogeneity.LogEvidence(x, y) >= -Math.Log(0.05)) return true;
        }

        return false;
    });

    private static int Draw(Random random, double[] shares)
    {
        double at = random.NextDouble();
        for (int i = 0; i < shares.Length; i++)
            if ((at -= shares[i]) < 0) return i;
        return 0;
    }
}
