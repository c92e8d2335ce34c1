namespace Homeostat.ModelRuntime;

/// <summary>The loss on the later rows of a design, whole and by stretches of time.</summary>
internal sealed class ValidationLoss(Design design, int first, ILoss loss)
{
    // Rows near each other err together: whether one model is better than another is told by whole stretches, not by rows.
    private const int MostStretches = 40, FewestRows = 10;

    private int Rows => design.Rows - first;

    /// <summary>The mean loss of each stretch, in order of time.</summary>
    internal double[] ByStretch(Coefficients coefficients)
    {
        double[] losses = new double[Math.Clamp(Rows / FewestRows, 1, MostStretches)];
        for (int i = 0; i < losses.Length; i++)
        {
            int from = first + (int)((long)Rows * i / losses.Length), to = first + (int)((long)Rows * (i + 1) / losses.Length);
            losses[i] = Of(coefficients, from, to - from);
        }
        return losses;
    }

    /// <summary>The mean loss.</summary>
    internal double Of(Coefficients coefficients) => Of(coefficients, first, Rows);

    private double Of(Coefficients coefficients, int from, int rows)
    {
        double[] scores = new double[coefficients.Outputs * rows];
        coefficients.Score(design, from, rows, scores);
        return loss.Differentiate(design.Targets.AsSpan(from, rows), design.Weights.AsSpan(from, rows), scores) / rows;
    }
}
