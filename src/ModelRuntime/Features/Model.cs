namespace Homeostat.ModelRuntime;

/// <summary>An additive model: what it answers, what it reads, what it adds up.</summary>
/// <param name="Task">What it answers.</param>
/// <param name="Shapes">Its features.</param>
/// <param name="Coefficients">Their weights; of a model for numbers in the label's unit.</param>
internal sealed record Model(ModelTask Task, FeatureShape[] Shapes, Coefficients Coefficients) : IModel
{
    public int Outputs => Coefficients.Outputs;

    /// <summary>Where each feature's weights start, and where the last one's end.</summary>
    internal int[] Offsets { get; } = OffsetsOf(Shapes);

    /// <summary>Adds up one row's scores.</summary>
    public void Score(ReadOnlySpan<FeatureValue> values, Span<double> scores)
    {
        for (int output = 0; output < scores.Length; output++)
        {
            double score = Coefficients.Bias[output];
            var weights = Coefficients.Of(output, 0, Coefficients.Size);
            for (int feature = 0; feature < values.Length; feature++)
            {
                var shape = Shapes[feature];
                int offset = Offsets[feature];
                score += weights[offset + values[feature].Level];
                if (shape.HasBins) score += weights[offset + shape.Slope] * values[feature].Place;
            }
            scores[output] = score;
        }
    }

    private static int[] OffsetsOf(FeatureShape[] shapes)
    {
        int[] offsets = new int[shapes.Length + 1];
        for (int i = 0; i < shapes.Length; i++) offsets[i + 1] = offsets[i] + shapes[i].Size;
        return offsets;
    }
}
