namespace Homeostat.ModelRuntime;

/// <summary>What a model adds up: for each output a bias and a weight a level.</summary>
internal sealed class Coefficients(int outputs, int levels)
{
    internal double[] Bias { get; } = new double[outputs];

    /// <summary>All levels of the first output, then of the next.</summary>
    internal double[] Weights { get; } = new double[outputs * levels];

    internal int Outputs => outputs;

    internal int Levels => levels;

    internal Span<double> Of(int output, int offset, int count) => Weights.AsSpan(output * levels + offset, count);

    internal Coefficients Copy()
    {
        var copy = new Coefficients(outputs, levels);
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
                design.Columns[feature].AddScores(Of(output, design.OffsetOf(feature), design.Shapes[feature].Levels), first, target);
        }
    }
}
