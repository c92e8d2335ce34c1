using System.Numerics;

namespace Homeostat.ModelRuntime;

/// <summary>The log-loss of two classes, by one score: log-odds of class 1.</summary>
internal sealed class LogisticLoss : ILoss
{
    public int Outputs => 1;

    public void Start(ReadOnlySpan<double> shares, Span<double> bias) => bias[0] = Math.Log(shares[1] / shares[0]);

    public double Curvature(ReadOnlySpan<double> shares, int output) => shares[0] * shares[1];

    public double Differentiate(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<double> scores)
    {
        double loss = 0;
        int whole = scores.Length - scores.Length % Vector<double>.Count;
        for (int i = 0; i < whole; i += Vector<double>.Count)
        {
            var score = new Vector<double>(scores[i..]);
            var target = new Vector<double>(targets[i..]);
            var weight = new Vector<double>(weights[i..]);
            // By the score's magnitude: exp never overflows.
            var small = Vector.Exp(-Vector.Abs(score));
            var share = Vector<double>.One / (Vector<double>.One + small);
            var probability = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(score, Vector<double>.Zero), share, small * share);
            loss += Vector.Sum(weight * (Vector.Max(score, Vector<double>.Zero) - score * target + Vector.Log(Vector<double>.One + small)));
            (weight * (probability - target)).CopyTo(scores[i..]);
        }
        for (int i = whole; i < scores.Length; i++)
        {
            double small = Math.Exp(-Math.Abs(scores[i]));
            loss += weights[i] * (Math.Max(scores[i], 0) - scores[i] * targets[i] + Math.Log(1 + small));
            scores[i] = weights[i] * (Sigmoid(scores[i]) - targets[i]);
        }
        return loss;
    }

    /// <summary>The probability behind log-odds.</summary>
    internal static double Sigmoid(double score)
    {
        double small = Math.Exp(-Math.Abs(score));
        return score >= 0 ? 1 / (1 + small) : small / (1 + small);
    }
}
