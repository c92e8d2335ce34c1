namespace Homeostat.ModelRuntime;

/// <summary>Weights of the first rows of a design, added up.</summary>
/// <param name="Mass">Of all of them.</param>
/// <param name="LevelMass">Of those with each level, all features after each other; for slopes times the square of the place.</param>
/// <param name="Shares">Of each class, as a share of the mass; empty for numbers.</param>
internal sealed record DesignSummary(double Mass, double[] LevelMass, double[] Shares)
{
    internal static DesignSummary Of(Design design, int rows, int classes)
    {
        var weights = design.Weights.AsSpan(0, rows);
        double[] levels = new double[design.Size], shares = new double[classes];
        double mass = 0;
        foreach (double weight in weights) mass += weight;
        for (int feature = 0; feature < design.Columns.Length; feature++)
            design.Columns[feature].AddMass(weights, levels.AsSpan(design.OffsetOf(feature), design.Shapes[feature].Size));
        if (classes > 0)
        {
            for (int i = 0; i < rows; i++) shares[(int)design.Targets[i]] += weights[i];
            // A class that these rows lack is as rare as half a row.
            for (int i = 0; i < classes; i++) shares[i] = Math.Max(shares[i], 0.5) / mass;
        }
        return new DesignSummary(mass, levels, shares);
    }
}
