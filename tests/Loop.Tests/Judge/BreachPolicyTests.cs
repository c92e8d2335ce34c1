namespace Homeostat.Loop.Tests;

public class BreachPolicyTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);

    // P pass, F fail, I inconclusive, E error, one an hour; the second line marks where a breach is confirmed.
    [Theory]
    [InlineData("F", ".")]
    [InlineData("FF", ".C")]
    [InlineData("FPF", "..C")]
    [InlineData("FPPF", "....")]
    [InlineData("FIEF", "...C")]
    [InlineData("FIP", "...")]
    [InlineData("PPFPFPP", "....C..")]
    [InlineData("FFFFF", ".C...")]
    public void Breach_TwoOfThree(string verdicts, string confirmed) =>
        Assert.Equal(confirmed, Run(verdicts, new JudgeOptions()).PadRight(confirmed.Length, '.'));

    [Theory]
    [InlineData(1, 1, "PFF", ".C.")]
    [InlineData(3, 3, "FFPFFF", ".....C")]
    [InlineData(3, 5, "FPFPF", "....C")]
    public void Breach_AnyOfAny(int needed, int among, string verdicts, string confirmed) =>
        Assert.Equal(confirmed, Run(verdicts, new JudgeOptions { BreachesNeeded = needed, BreachesAmong = among }));

    [Fact]
    public void Cooldown_HoldsBack_AndADriftThatLastsIsConfirmedAfterIt() =>
        Assert.Equal(".C...C...C", Run("FFFFFFFFFF", new JudgeOptions { Cooldown = TimeSpan.FromHours(4) }));

    [Fact]
    public void SameBatchTwice_CountsOnce()
    {
        var (state, first) = BreachPolicy.Update(BreachState.Empty, new BreachSample("a", Verdict.Fail), new JudgeOptions(), s_start);
        var (again, second) = BreachPolicy.Update(state, new BreachSample("a", Verdict.Fail), new JudgeOptions(), s_start.AddHours(1));
        Evidence.Same(state, again);
        Assert.False(second.IsConfirmed);
        Assert.Equal(first.Reason, second.Reason);
    }

    [Fact]
    public void Reason_CountsAndNamesWhatFailedMostOften()
    {
        var options = new JudgeOptions();
        var (state, _) = BreachPolicy.Update(BreachState.Empty, new BreachSample("a", Verdict.Fail) { Features = ["age", "price"] }, options, s_start);
        var (_, verdict) = BreachPolicy.Update(state, new BreachSample("b", Verdict.Fail) { Features = ["price"] }, options, s_start.AddHours(1));
        Assert.True(verdict.IsConfirmed);
        Assert.Equal("2 of the latest 2 batches failed, 2 of 3 are needed, most often 'price', 'age': a breach is confirmed", verdict.Reason);
        Assert.Equal([new("price", 2), new BreachFeature("age", 1)], verdict.Features.AsEnumerable());
        Assert.Equal(s_start.AddHours(25), verdict.CooldownUntil);
    }

    [Fact]
    public void State_StaysSmall()
    {
        var state = BreachState.Empty;
        string[] features = [.. Enumerable.Range(0, 500).Select(i => $"f{i}")];
        for (int i = 0; i < 100; i++) (state, _) = BreachPolicy.Update(state, new BreachSample($"b{i}", Verdict.Fail) { Features = [.. features] }, new JudgeOptions(), s_start.AddHours(i));
        Assert.Equal(3, state.Recent.Length);
        Assert.All(state.Recent, mark => Assert.Equal(BreachPolicy.FeaturesKept, mark.Features.Length));
    }

    [Fact]
    public void StateAndVerdict_ComeBackFromTheJournal_AndReplay()
    {
        var options = new JudgeOptions();
        var (state, _) = BreachPolicy.Update(BreachState.Empty, new BreachSample("a", Verdict.Fail) { Features = ["x"] }, options, s_start);
        var sample = new BreachSample("b", Verdict.Fail) { Features = ["x", "y"] };
        var (after, verdict) = BreachPolicy.Update(state, sample, options, s_start.AddHours(1));
        var (afterBack, verdictBack) = BreachPolicy.Update(Evidence.Back(state), Evidence.Back(sample), Evidence.Back(options), s_start.AddHours(1));
        Evidence.Same(after, afterBack);
        Evidence.Same(verdict, verdictBack);
        Evidence.Same(verdict, Evidence.Back(verdict));
    }

    private static string Run(string verdicts, JudgeOptions options)
    {
        var state = BreachState.Empty;
        var marks = new List<char>();
        for (int i = 0; i < verdicts.Length; i++)
        {
            var verdict = verdicts[i] switch { 'P' => Verdict.Pass, 'F' => Verdict.Fail, 'I' => Verdict.Inconclusive, _ => Verdict.Error };
            (state, var breach) = BreachPolicy.Update(Evidence.Back(state), new BreachSample($"b{i}", verdict), options, s_start.AddHours(i));
            marks.Add(breach.IsConfirmed ? 'C' : '.');
        }
        return string.Concat(marks);
    }
}
