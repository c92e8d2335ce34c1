namespace Homeostat.ModelRuntime;

/// <summary>
/// Other units for a model's coefficients, in which the loss bends about the same in every direction: a rare level and a common one, a bin
/// that costs much and a slope that costs little. A point holds for each output its bias, then its weights.
/// </summary>
internal sealed class Preconditioner
{
    private readonly int _size;
    private readonly double[] _units;

    /// <param name="summary">Masses of levels.</param>
    /// <param name="factors">What weights cost.</param>
    /// <param name="curvatures">How fast the loss bends, an output each.</param>
    internal Preconditioner(DesignSummary summary, double[] factors, double[] curvatures)
    {
        _size = factors.Length;
        _units = new double[curvatures.Length * (1 + _size)];
        for (int output = 0; output < curvatures.Length; output++)
        {
            int at = output * (1 + _size);
            _units[at] = Math.Sqrt(curvatures[output]);
            for (int i = 0; i < _size; i++) _units[at + 1 + i] = Math.Sqrt((curvatures[output] * summary.LevelMass[i] + factors[i]) / summary.Mass);
        }
    }

    internal void ToCoefficients(ReadOnlySpan<double> point, Coefficients target)
    {
        for (int output = 0; output < target.Outputs; output++)
        {
            int at = output * (1 + _size);
            target.Bias[output] = point[at] / _units[at];
            var weights = target.Of(output, 0, _size);
            for (int i = 0; i < _size; i++) weights[i] = point[at + 1 + i] / _units[at + 1 + i];
        }
    }

    /// <summary>The way back.</summary>
    internal double[] ToPoint(Coefficients coefficients)
    {
        double[] point = Flat(coefficients);
        for (int i = 0; i < point.Length; i++) point[i] *= _units[i];
        return point;
    }

    /// <summary>From the coefficients' gradient to that of a point.</summary>
    internal double[] ToGradient(Coefficients gradient)
    {
        double[] point = Flat(gradient);
        for (int i = 0; i < point.Length; i++) point[i] /= _units[i];
        return point;
    }

    private double[] Flat(Coefficients coefficients)
    {
        double[] point = new double[_units.Length];
        for (int output = 0; output < coefficients.Outputs; output++)
        {
            point[output * (1 + _size)] = coefficients.Bias[output];
            coefficients.Of(output, 0, _size).CopyTo(point.AsSpan(output * (1 + _size) + 1));
        }
        return point;
    }
}
