namespace Homeostat.ModelRuntime;

/// <summary>Carries a champion's coefficients over to the levels of new data: by value for numbers, by name for categories.</summary>
internal static class WarmStart
{
    /// <summary>Where to begin; null when the champion answers something else.</summary>
    internal static Coefficients? From(Model champion, ModelTask task, Design design, TargetScale scale)
    {
        if (champion.Task.Kind != task.Kind || champion.Task.Label.Name != task.Label.Name || !champion.Task.Classes.SequenceEqual(task.Classes)) return null;
        var start = new Coefficients(champion.Coefficients.Outputs, design.Size);
        for (int output = 0; output < start.Outputs; output++)
        {
            start.Bias[output] = (champion.Coefficients.Bias[output] - scale.Mean) / scale.Deviation;
            for (int feature = 0; feature < design.Shapes.Length; feature++)
            {
                var shape = design.Shapes[feature];
                int known = Array.FindIndex(champion.Shapes, other => other.Name == shape.Name && other.HasBins == shape.HasBins);
                if (known < 0) continue;
                var old = champion.Coefficients.Of(output, champion.Offsets[known], champion.Shapes[known].Size);
                Carry(champion.Shapes[known], old, shape, start.Of(output, design.OffsetOf(feature), shape.Size), scale.Deviation);
            }
        }
        return start;
    }

    private static void Carry(FeatureShape from, ReadOnlySpan<double> old, FeatureShape to, Span<double> target, double deviation)
    {
        for (int level = 0; level < to.Levels; level++) target[level] = old[LevelIn(from, to, level)] / deviation;
        // The line keeps its steepness; how far its centre moved, the bias finds at once.
        if (to.HasBins) target[to.Slope] = old[from.Slope] / deviation * to.Scale!.Spread / from.Scale!.Spread;
    }

    /// <summary>The champion's level for what a level of the new data holds.</summary>
    private static int LevelIn(FeatureShape from, FeatureShape to, int level)
    {
        if (level == to.Missing) return from.Missing;
        if (to.HasBins) return level == 0 ? 0 : BinOf(from, to.Lower[level - 1]);
        int known = level == to.Other ? -1 : from.Values.IndexOf(to.Values[level]);
        return known < 0 ? from.Other : known;
    }

    private static int BinOf(FeatureShape shape, double value)
    {
        int bin = 0;
        while (bin < shape.Lower.Length && shape.Lower[bin] <= value) bin++;
        return bin;
    }
}
