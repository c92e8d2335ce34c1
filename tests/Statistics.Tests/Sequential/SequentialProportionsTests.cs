using Homeostat.Statistics.Tests.HypothesisTests;

namespace Homeostat.Statistics.Tests.Sequential;

/// <summary>
/// Python of the table: lev(s1,n1,s2,n2,m) = kt(s1,n1-s1) + kt(s2,n2-s2) - best, where kt adds ln((count + 1/2) / (total + 1)) observation by
/// observation and best is the largest log-likelihood over p1 at most p2 + m.
/// </summary>
public class SequentialProportionsTests
{
    private const double Alpha = 0.05;

    [Theory]
    [InlineData(5, 10, 0, 10, 0.0, 1.1770360720922373)] // lev(5,10,0,10,0)
    [InlineData(10, 100, 1, 100, 0.01, -1.459986142001874)] // lev(10,100,1,100,0.01)
    [InlineData(30, 500, 20, 9500, 0.01, 16.03384703455265)] // lev(30,500,20,9500,0.01)
    [InlineData(0, 10, 5, 10, 0.0, -3.1381950146844817)] // lev(0,10,5,10,0)
    [InlineData(3, 3, 0, 3, 0.1, 1.2607203849223612)] // lev(3,3,0,3,0.1)
    [InlineData(100, 1000, 100, 1000, 0.0, -7.360430571991742)] // lev(100,1000,100,1000,0)
    [InlineData(0, 0, 4, 9, 0.0, 0.0)] // nothing seen, no evidence
    public void LogEvidence_AnyCounts_AgreesWithTheDefinition(long s1, long n1, long s2, long n2, double margin, double expected) =>
        Assert.Equal(expected, SequentialProportions.LogEvidence(s1, n1, s2, n2, margin), 9);

    [Theory] // one(s,n,l) = kt(s,n-s) - the log-likelihood at min(s/n, l)
    [InlineData(60, 1000, 0.01, 55.10951327607523)] // one(60,1000,.01)
    [InlineData(5, 1000, 0.01, -3.6881083292673225)] // one(5,1000,.01)
    [InlineData(1, 1, 0.5, 0.0)] // one(1,1,.5)
    [InlineData(0, 0, 0.5, 0.0)]
    public void LogEvidence_AgainstALimit_AgreesWithTheDefinition(long successes, long trials, double limit, double expected) =>
        Assert.Equal(expected, SequentialProportions.LogEvidence(successes, trials, limit), 9);

    [Theory]
    [InlineData(0.02, 0.02, 0.0, 19)] // as a canary of 5 %: 19 requests of the champion for each of the challenger
    [InlineData(0.06, 0.05, 0.01, 1)] // on the border of the margin
    [InlineData(0.5, 0.5, 0.0, 1)]
    [InlineData(0.0, 0.0, 0.0, 3)]
    public void LogEvidence_LookedAtAfterEveryTrial_KeepsItsLevel(double first, double second, double margin, int ratio)
    {
        int alarms = Enumerable.Range(1, 300).Count(seed => FirstAlarm(seed, first, second, margin, ratio) is not null);
        Assert.InRange(alarms, 0, 15); // 5 % of 300; Ville's inequality bounds the expectation
    }

    [Fact]
    public void LogEvidence_SamplesThatFailTogether_IsOnlyMoreCareful()
    {
        int alarms = Enumerable.Range(1, 300).Count(MirroredAlarm);
        Assert.InRange(alarms, 0, 3);
    }

    [Fact]
    public void LogEvidence_FivePointsMore_IsFoundWithinAFewHundredTrials()
    {
        int[] found = [.. Enumerable.Range(1, 100).Select(seed => FirstAlarm(seed, 0.06, 0.01, 0, 19) ?? int.MaxValue).Order()];
        Assert.InRange(found[49], 1, 200); // trials of the first sample: the median of 100 runs,
        Assert.InRange(found[94], 1, 600); // 95 of them,
        Assert.InRange(found[99], 1, 1_000); // and all
    }

    [Fact]
    public void LogEvidence_ImpossibleInputs_SayWhatToDo()
    {
        Agree.ThreeBeats("is 3", () => SequentialProportions.LogEvidence(3, 2, 0, 1, 0));
        Agree.ThreeBeats("-1", () => SequentialProportions.LogEvidence(0, -1, 0, 1, 0));
        Agree.ThreeBeats("is 1;", () => SequentialProportions.LogEvidence(0, 1, 0, 1, 1));
    }

    /// <summary>The trial of the first sample, of 1,000, at which it alarms; null when it never does.</summary>
    private static int? FirstAlarm(int seed, double first, double second, double margin, int ratio)
    {
        var random = new Random(seed);
        long s1 = 0, s2 = 0, n2 = 0;
        for (int n1 = 1; n1 <= 1_000; n1++, n2 += ratio)
        {
            if (random.NextDouble() < first) s1++;
            for (int i = 0; i < ratio; i++) s2 += random.NextDouble() < second ? 1 : 0;
            if (SequentialProportions.LogEvidence(s1, n1, s2, n2 + ratio, margin) >= -Math.Log(Alpha)) return n1;
        }

        return null;
    }

    /// <summary>One request in five is mirrored, and what fails one fails the other.</summary>
    private static bool MirroredAlarm(int seed)
    {
        var random = new Random(seed);
        long s1 = 0, s2 = 0, n1 = 0;
        for (int n2 = 1; n2 <= 2_000; n2++)
        {
            bool fails = random.NextDouble() < 0.05;
            if (fails) s2++;
            if (n2 % 5 != 0) continue;
            n1++;
            if (fails) s1++;
            if (SequentialProportions.LogEvidence(s1, n1, s2, n2, 0) >= -Math.Log(Alpha)) return true;
        }

        return false;
    }
}
