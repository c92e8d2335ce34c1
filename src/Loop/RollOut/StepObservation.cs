namespace Homeostat.Loop;

/// <summary>All that a look at a rollout step, or at the bake, decides from.</summary>
/// <param name="Step">The step.</param>
/// <param name="Started">When it began, UTC.</param>
/// <param name="Now">When it is looked at, UTC.</param>
public sealed record StepObservation(RolloutStep Step, DateTimeOffset Started, DateTimeOffset Now)
{
    /// <summary>Steps of the rollout; the chance of a false alarm is shared out over them and the bake.</summary>
    public int StepCount { get; init; } = 1;

    /// <summary>Looks so far, this one included. For the record: the tests allow any number.</summary>
    public int Looks { get; init; } = 1;

    /// <summary>An A/B test: answers are weighed once, at the longest time of the step, not at every look.</summary>
    public bool DecidedAtEnd { get; init; }

    /// <summary>Largest share of mirrored requests that both may answer otherwise; null: not looked at. The same as at the gates.</summary>
    public double? MaximumFlips { get; init; }

    /// <summary>The challenger since <see cref="Started"/>.</summary>
    public StepWindow Challenger { get; init; } = new();

    /// <summary>The champion since <see cref="Started"/>; null when there is none: the first model.</summary>
    public StepWindow? Champion { get; init; }

    /// <summary>The champion before the rollout, for steps in which it gets no requests; null when nothing was recorded.</summary>
    public StepWindow? Baseline { get; init; }
}
