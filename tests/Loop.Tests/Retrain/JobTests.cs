using System.Text.RegularExpressions;

namespace Homeostat.Loop.Tests.Retrain;

public partial class JobTests
{
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$")]
    private static partial Regex Valid { get; }

    [Theory]
    [InlineData("flights")]
    [InlineData("_-x")]
    [InlineData("Größe & Gewicht")]
    [InlineData("--")]
    [InlineData("a-very-long-name-of-a-model-that-has-exactly-64-characters-in-it")]
    public void Name_OfAnyModelAndCause_IsValid(string model) => Assert.All(
        Enum.GetValues<RetrainCause>(), cause => Assert.Matches(Valid, JobName.Of(model, cause, new string('f', 64), 99)));

    [Fact]
    public void Name_TellsApartWhatIsDifferent_AndNothingElse()
    {
        string longName = new('m', 60);
        string[] names =
        [
            JobName.Of("flights", RetrainCause.ConceptDrift, "aa"), JobName.Of("flights", RetrainCause.ConceptDrift, "ab"),
            JobName.Of("flights", RetrainCause.Manual, "aa"), JobName.Of("flights2", RetrainCause.ConceptDrift, "aa"),
            JobName.Of("flights", RetrainCause.ConceptDrift, "aa", 2), JobName.Of(longName + "a", RetrainCause.Manual, "aa"),
            JobName.Of(longName + "b", RetrainCause.Manual, "aa"),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
        // hashlib.sha256(b'flights\nConceptDrift\naa').hexdigest()[:16]: a name that changed would train twice
        Assert.Equal("flights-concept-cfb583a5600106e3", names[0]);
    }

    [Theory]
    [InlineData(TrainingJobStatus.Completed, "7", false, 1, Verdict.Pass)]
    [InlineData(TrainingJobStatus.Completed, null, false, 1, Verdict.Fail)]
    [InlineData(TrainingJobStatus.Canceled, null, true, 1, Verdict.Fail)]
    [InlineData(TrainingJobStatus.Failed, null, false, 1, Verdict.Fail)]
    [InlineData(TrainingJobStatus.Failed, null, true, 1, Verdict.Inconclusive)]
    [InlineData(TrainingJobStatus.Failed, null, true, 2, Verdict.Inconclusive)]
    [InlineData(TrainingJobStatus.Failed, null, true, 3, Verdict.Fail)]
    public void Retry_OnlyWhatMayPass_AndOnlySoOften(TrainingJobStatus status, string? version, bool transient, int attempt, Verdict expected)
    {
        var job = new TrainingJobState("job", status) { ModelVersion = version, IsTransient = transient, Reason = "a node was lost." };
        var decision = RetryPolicy.Judge(job, attempt, new RetrainOptions());
        Assert.Equal((expected, expected == Verdict.Inconclusive), (decision.Verdict, decision.Delay is not null));
        Replay.Same(job, j => RetryPolicy.Judge(j, attempt, new RetrainOptions()));
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(5, 480)]
    [InlineData(9, 600)]
    public void Retry_Waits_TwiceAsLongEachTime(int attempt, double seconds)
    {
        double[] waits = [.. Enumerable.Range(0, 200).Select(i => Wait($"job-{i}", attempt))];
        Assert.All(waits, wait => Assert.InRange(wait, seconds * 0.8, seconds * 1.2));
        Assert.True(waits.Max() - waits.Min() > 0.3 * seconds);
        Assert.Equal(Wait("job-1", attempt), waits[1]);
    }

    [Fact]
    public void Retry_OfARunningJob_IsABug() =>
        Assert.Throws<ArgumentException>(() => RetryPolicy.Judge(new TrainingJobState("job", TrainingJobStatus.Running), 1, new RetrainOptions()));

    private static double Wait(string job, int attempt) => RetryPolicy.Judge(
        new TrainingJobState(job, TrainingJobStatus.Failed) { IsTransient = true }, attempt, new RetrainOptions { Attempts = 10 }).Delay!.Value.TotalSeconds;
}
