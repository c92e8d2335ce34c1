namespace Homeostat.Loop.Tests.RollOut;

/// <summary>Observations of a rollout step.</summary>
internal static class Steps
{
    public static readonly DateTimeOffset Start = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A step of 5 %, an hour old, in which all is well: 1,000 requests against 19,000, one in a hundred failing on both sides.</summary>
    public static StepObservation Healthy => At(TimeSpan.FromHours(1)) with
    {
        StepCount = 4,
        Challenger = Window(1_000, 10),
        Champion = Window(19_000, 190),
    };

    public static StepObservation At(TimeSpan passed) => new(new RolloutStep { Weight = 5 }, Start, Start + passed);

    public static StepWindow Window(long requests, long failures, double? p95 = 40) => new() { Metrics = new(requests, failures, p95 / 2, p95) };

    public static StepVerdict Judge(StepObservation observation) => StepPolicy.Judge(observation, new StepOptions());

    public static RuleVerdict Rule(this StepVerdict verdict, string name) =>
        verdict.Rules.Single(rule => rule.Rule.StartsWith(name + "/", StringComparison.Ordinal));
}
