using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>One feature of a model as JSON.</summary>
internal sealed record FeatureForm
{
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>Lower bounds of all bins but the first; for numbers.</summary>
    public ImmutableArray<double> Lower { get; init; } = [];

    /// <summary>Known values; for categories.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>How numbers lie on their line; null for categories.</summary>
    public NumberScale? Scale { get; init; }

    /// <summary>
    /// For each output. Numbers: a weight a bin, that of a missing value, the slope. Categories: a weight a value, that of any other, that of a
    /// missing one.
    /// </summary>
    public required double[][] Weights { get; init; }

    internal static FeatureForm Of(FeatureShape shape, Coefficients coefficients, int offset) => new()
    {
        Name = shape.Name,
        Type = shape.Type,
        Lower = shape.Lower,
        Values = shape.Values,
        Scale = shape.Scale,
        Weights = [.. Enumerable.Range(0, coefficients.Outputs).Select(output => coefficients.Of(output, offset, shape.Size).ToArray())],
    };

    internal FeatureShape Shape() => new(Name, Type) { Lower = Lower, Values = Values, Scale = Scale };

    internal void CopyTo(Coefficients coefficients, int offset, FeatureShape shape)
    {
        if (Weights.Length != coefficients.Outputs || Array.Exists(Weights, weights => weights.Length != shape.Size || !Array.TrueForAll(weights, double.IsFinite)))
            throw new FormatException($"the weights of '{Name}' do not fit its bins or values");
        for (int output = 0; output < Weights.Length; output++) Weights[output].CopyTo(coefficients.Of(output, offset, shape.Size));
    }
}
