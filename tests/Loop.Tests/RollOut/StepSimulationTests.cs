namespace Homeostat.Loop.Tests.RollOut;

/// <summary>Rollout steps played through with a look after every hundred requests.</summary>
public class StepSimulationTests
{
    [Fact]
    public void AChallengerAsGood_IsHardlyEverTakenBack()
    {
        // Alpha is 1 % a rollout, over four steps and the bake; 400 steps give 0.8 false alarms at most.
        int alarms = Enumerable.Range(1, 400).Count(seed => Play(seed, 0.02, 1) == Verdict.Fail);
        Assert.InRange(alarms, 0, 3);
    }

    [Fact]
    public void FivePointsMoreErrors_AreTakenBack() =>
        Assert.InRange(Enumerable.Range(1, 60).Count(seed => Play(seed, 0.07, 1) == Verdict.Fail), 58, 60);

    [Fact]
    public void TwiceTheLatency_IsTakenBack() =>
        Assert.InRange(Enumerable.Range(1, 60).Count(seed => Play(seed, 0.02, 2) == Verdict.Fail), 58, 60);

    /// <summary>A step of 25 % over 2,000 requests of the challenger; the verdict of the look that ended it, or Pass.</summary>
    private static Verdict Play(int seed, double errors, double slower)
    {
        var random = new Random(seed);
        Side mine = new(errors, slower), theirs = new(0.02, 1);
        for (int look = 1; look <= 20; look++)
        {
            mine.Answer(random, 100);
            theirs.Answer(random, 300);
            var verdict = Steps.Judge(Steps.At(TimeSpan.FromMinutes(look)) with { StepCount = 4, Looks = look, Challenger = mine.Window, Champion = theirs.Window });
            if (verdict.Verdict == Verdict.Fail) return Verdict.Fail;
        }

        return Verdict.Pass;
    }

    private sealed class Side(double errors, double slower)
    {
        private readonly List<double> _latencies = [];
        private long _failures;

        public StepWindow Window => Steps.Window(_latencies.Count, _failures, _latencies.Order().ElementAt(_latencies.Count * 95 / 100));

        public void Answer(Random random, int requests)
        {
            for (int i = 0; i < requests; i++)
            {
                // Log-normal around 30 ms: the 95th percentile is about 68 ms.
                double gauss = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                _latencies.Add(30 * slower * Math.Exp(0.5 * gauss));
                if (random.NextDouble() < errors) _failures++;
            }
        }
    }
}
