namespace Homeostat.Loop;

/// <summary>Whom the challenger is held against in one question: the champion in the same window or, when that says nothing, before the rollout.</summary>
/// <param name="Window">What it answered; null when neither says anything.</param>
/// <param name="Name">"champion" or "champion before the rollout".</param>
internal readonly record struct Opponent(StepWindow? Window, string Name)
{
    public static Opponent Of(StepObservation observation, Func<StepWindow, bool> says)
    {
        if (observation.Champion is { } now && says(now)) return new(now, "champion");
        return observation.Baseline is { } before && says(before) ? new(before, "champion before the rollout") : new(null, "champion");
    }

    /// <summary>Whether there never was one: the first model.</summary>
    public static bool Exists(StepObservation observation) => observation.Champion is not null || observation.Baseline is not null;
}
