using System.Numerics;

namespace Homeostat.ModelRuntime;

/// <summary>One feature of all rows: a level in one or two bytes, and for numbers a place on the line.</summary>
internal abstract class CodeColumn
{
    private protected CodeColumn(int rows, bool isNumber) => Places = isNumber ? new float[rows] : null;

    private protected float[]? Places { get; }

    internal static CodeColumn For(FeatureShape shape, int rows) =>
        shape.Levels <= byte.MaxValue + 1 ? new CodeColumn<byte>(rows, shape.HasBins) : new CodeColumn<ushort>(rows, shape.HasBins);

    internal abstract void Set(int row, FeatureValue value);

    internal abstract FeatureValue Get(int row);

    /// <summary>Adds each row's weight, and its part of the line, to its score.</summary>
    /// <param name="weights">The feature's: levels, then the slope of numbers.</param>
    /// <param name="first">The row of the first score.</param>
    /// <param name="scores">The scores.</param>
    internal void AddScores(ReadOnlySpan<double> weights, int first, Span<double> scores)
    {
        AddLevels(weights, first, scores);
        if (Places is null) return;
        double slope = weights[^1];
        var places = Places.AsSpan(first, scores.Length);
        for (int i = 0; i < places.Length; i++) scores[i] += slope * places[i];
    }

    /// <summary>Adds each row's residual to the gradient of its level, and of the slope.</summary>
    internal void AddGradient(ReadOnlySpan<double> residuals, int first, Span<double> gradient)
    {
        AddToLevels(residuals, first, gradient);
        if (Places is null) return;
        var places = Places.AsSpan(first, residuals.Length);
        double sum = 0;
        for (int i = 0; i < places.Length; i++) sum += residuals[i] * places[i];
        gradient[^1] += sum;
    }

    /// <summary>Adds up rows' weights: by level, and for the slope times the square of the place.</summary>
    internal void AddMass(ReadOnlySpan<double> weights, Span<double> mass)
    {
        AddToLevels(weights, 0, mass);
        if (Places is null) return;
        for (int i = 0; i < weights.Length; i++) mass[^1] += weights[i] * Places[i] * Places[i];
    }

    private protected abstract void AddLevels(ReadOnlySpan<double> weights, int first, Span<double> scores);

    private protected abstract void AddToLevels(ReadOnlySpan<double> values, int first, Span<double> sums);
}

internal sealed class CodeColumn<T>(int rows, bool isNumber) : CodeColumn(rows, isNumber)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _codes = new T[rows];

    internal override void Set(int row, FeatureValue value)
    {
        _codes[row] = T.CreateTruncating(value.Level);
        if (Places is not null) Places[row] = value.Place;
    }

    internal override FeatureValue Get(int row) => new(int.CreateTruncating(_codes[row]), Places?[row] ?? 0);

    private protected override void AddLevels(ReadOnlySpan<double> weights, int first, Span<double> scores)
    {
        var codes = _codes.AsSpan(first, scores.Length);
        for (int i = 0; i < codes.Length; i++) scores[i] += weights[int.CreateTruncating(codes[i])];
    }

    private protected override void AddToLevels(ReadOnlySpan<double> values, int first, Span<double> sums)
    {
        var codes = _codes.AsSpan(first, values.Length);
        for (int i = 0; i < codes.Length; i++) sums[int.CreateTruncating(codes[i])] += values[i];
    }
}
