using System.Numerics;

namespace Homeostat.ModelRuntime;

/// <summary>The levels of one feature, a row each, in one or two bytes.</summary>
internal abstract class CodeColumn
{
    internal abstract int this[int row] { get; set; }

    /// <summary>Adds each row's weight to its score; the span is the rows from <paramref name="first"/> on.</summary>
    internal abstract void AddScores(ReadOnlySpan<double> weights, int first, Span<double> scores);

    /// <summary>Adds each row's residual to the gradient of its level.</summary>
    internal abstract void AddGradient(ReadOnlySpan<double> residuals, int first, Span<double> gradient);

    internal static CodeColumn For(int levels, int rows) => levels <= byte.MaxValue + 1 ? new CodeColumn<byte>(rows) : new CodeColumn<ushort>(rows);
}

internal sealed class CodeColumn<T>(int rows) : CodeColumn
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _codes = new T[rows];

    internal override int this[int row]
    {
        get => int.CreateTruncating(_codes[row]);
        set => _codes[row] = T.CreateTruncating(value);
    }

    internal override void AddScores(ReadOnlySpan<double> weights, int first, Span<double> scores)
    {
        var codes = _codes.AsSpan(first, scores.Length);
        for (int i = 0; i < codes.Length; i++) scores[i] += weights[int.CreateTruncating(codes[i])];
    }

    internal override void AddGradient(ReadOnlySpan<double> residuals, int first, Span<double> gradient)
    {
        var codes = _codes.AsSpan(first, residuals.Length);
        for (int i = 0; i < codes.Length; i++) gradient[int.CreateTruncating(codes[i])] += residuals[i];
    }
}
