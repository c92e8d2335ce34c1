namespace Homeostat.ModelRuntime;

/// <summary>The log-loss of several classes, a score each.</summary>
internal sealed class SoftmaxLoss(int classes) : ILoss
{
    public int Outputs => classes;

    public void Start(ReadOnlySpan<double> shares, Span<double> bias)
    {
        for (int i = 0; i < classes; i++) bias[i] = Math.Log(shares[i]);
    }

    public double Curvature(ReadOnlySpan<double> shares, int output) => shares[output] * (1 - shares[output]);

    public double Differentiate(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<double> scores)
    {
        int rows = targets.Length;
        double loss = 0;
        Span<double> row = classes <= 128 ? stackalloc double[classes] : new double[classes];
        for (int i = 0; i < rows; i++)
        {
            int right = (int)targets[i];
            for (int output = 0; output < classes; output++) row[output] = scores[output * rows + i];
            double rightScore = row[right];
            loss += weights[i] * (ToProbabilities(row) - rightScore);
            row[right] -= 1;
            for (int output = 0; output < classes; output++) scores[output * rows + i] = weights[i] * row[output];
        }
        return loss;
    }

    /// <summary>Scores become probabilities; gives the logarithm of the sum of their exponentials.</summary>
    internal static double ToProbabilities(Span<double> scores)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double score in scores) largest = Math.Max(largest, score);
        for (int i = 0; i < scores.Length; i++) sum += scores[i] = Math.Exp(scores[i] - largest);
        for (int i = 0; i < scores.Length; i++) scores[i] /= sum;
        return largest + Math.Log(sum);
    }
}
