namespace Homeostat.ModelRuntime;

/// <summary>Half the squared error of one number; targets are centred and scaled before.</summary>
internal sealed class SquaredLoss : ILoss
{
    public int Outputs => 1;

    public void Start(ReadOnlySpan<double> shares, Span<double> bias) => bias.Clear();

    public double Curvature(ReadOnlySpan<double> shares, int output) => 1;

    public double Differentiate(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<double> scores)
    {
        double loss = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double error = scores[i] - targets[i];
            loss += weights[i] * error * error;
            scores[i] = weights[i] * error;
        }
        return loss / 2;
    }
}
