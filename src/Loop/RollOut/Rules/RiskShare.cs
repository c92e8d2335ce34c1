namespace Homeostat.Loop;

/// <summary>How <see cref="StepOptions.Alpha"/> is shared out: evenly over the steps and the bake, and in each over the rules that test.</summary>
internal static class RiskShare
{
    // Errors, predictions, pairs, labels.
    private const int TestsAStep = 4;

    public static double Of(StepObservation observation, StepOptions options) => options.Alpha / (Math.Max(1, observation.StepCount) + 1) / TestsAStep;
}
