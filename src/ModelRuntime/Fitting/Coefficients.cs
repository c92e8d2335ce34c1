namespace Homeostat.ModelRuntime;

/// <summary>What a model adds up: for each output a bias, and the weights of all features.</summary>
internal sealed class Coefficients(int outputs, int size)
{
    internal double[] Bias { get; } = new double[outputs];

    /// <summary>All of the first output, then of the next.</summary>
    internal double[] Weights { get; } = new double[outputs * size];

    internal int Outputs => outputs;

    internal int Size => size;

    internal Span<double> Of(int output, int offset, int count) => Weights.AsSpan(output * size + offset, count);

    internal Coefficients Copy()
    {
        var copy = new Coefficients(outputs, size);
        Bias.CopyTo(copy.Bias, 0);
        Weights.CopyTo(copy.Weights, 0);
        return copy;
    }

    /// <summary>Scores of rows from <paramref name="first"/> on, one output after the other.</summary>
    internal void Score(Design design, int first, int rows, Span<double> scores)
    {
        for (int output = 0; output < outputs; output++)
        {
            var target = scores.Slice(output * rows, rows);
            target.Fill(Bias[output]);
            for (int feature = 0; feature < design.Columns.Length; feature++)
                design.Columns[feature].AddScores(Of(output, design.OffsetOf(feature), design.Shapes[feature].Size), first, target);
        }
    }
}
