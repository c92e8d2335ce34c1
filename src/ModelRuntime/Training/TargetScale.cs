using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>Centre and spread of the numbers to tell: fitted is their distance from the one in units of the other, so settings mean the same for any label.</summary>
/// <param name="Mean">The centre; 0 for classes.</param>
/// <param name="Deviation">The spread, above 0; 1 for classes.</param>
internal sealed record TargetScale(double Mean, double Deviation)
{
    /// <summary>Scales a design's targets in place.</summary>
    internal static TargetScale Apply(ModelTask task, double[] targets)
    {
        if (task.Kind != TaskKind.Regression) return new TargetScale(0, 1);
        double mean = targets.Average();
        double deviation = Math.Sqrt(targets.Average(target => (target - mean) * (target - mean)));
        if (!(deviation > 0)) deviation = 1;
        for (int i = 0; i < targets.Length; i++) targets[i] = (targets[i] - mean) / deviation;
        return new TargetScale(mean, deviation);
    }

    /// <summary>The coefficients in the label's unit.</summary>
    internal Coefficients Undo(Coefficients fitted)
    {
        var scaled = fitted.Copy();
        for (int i = 0; i < scaled.Weights.Length; i++) scaled.Weights[i] *= Deviation;
        for (int i = 0; i < scaled.Bias.Length; i++) scaled.Bias[i] = scaled.Bias[i] * Deviation + Mean;
        return scaled;
    }
}
