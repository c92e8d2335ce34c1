namespace Homeostat.ModelRuntime;

/// <summary>
/// Other coordinates for a model's coefficients, in which the loss bends about the same in every direction: a rare level and a common one,
/// a smooth bin and a free one. Levels of one feature exclude each other, so a feature's own part of the Hessian is a narrow band.
/// </summary>
internal sealed class Preconditioner
{
    private readonly Design _design;
    private readonly BandedCholesky[][] _factors;
    private readonly double[] _bias;

    /// <param name="design">The rows.</param>
    /// <param name="penalty">What weights cost.</param>
    /// <param name="levelMass">Rows a level, weighted.</param>
    /// <param name="curvatures">How fast the loss bends, an output each.</param>
    /// <param name="mass">All rows, weighted.</param>
    internal Preconditioner(Design design, Penalty penalty, double[] levelMass, double[] curvatures, double mass)
    {
        _design = design;
        _bias = Array.ConvertAll(curvatures, Math.Sqrt);
        _factors = Array.ConvertAll(curvatures, curvature => design.Shapes.Select((shape, feature) =>
        {
            double[] bends = levelMass.AsSpan(design.OffsetOf(feature), shape.Levels).ToArray();
            for (int i = 0; i < bends.Length; i++) bends[i] *= curvature;
            return penalty.Factor(shape, bends, 1 / mass);
        }).ToArray());
    }

    private delegate void Change(BandedCholesky factor, Span<double> values);

    /// <summary>Places in a point: for each output its bias, then its weights.</summary>
    internal int Size => _factors.Length * (1 + _design.Levels);

    /// <summary>From the optimiser's point to coefficients.</summary>
    internal void ToCoefficients(double[] point, Coefficients target)
    {
        for (int output = 0; output < _factors.Length; output++)
        {
            target.Bias[output] = point[PlaceOf(output)] / _bias[output];
            point.AsSpan(PlaceOf(output) + 1, _design.Levels).CopyTo(target.Of(output, 0, _design.Levels));
            Apply(output, target.Of(output, 0, _design.Levels), static (factor, values) => factor.SolveBackward(values));
        }
    }

    /// <summary>The way back.</summary>
    internal double[] ToPoint(Coefficients coefficients)
    {
        double[] point = new double[Size];
        for (int output = 0; output < _factors.Length; output++)
        {
            point[PlaceOf(output)] = coefficients.Bias[output] * _bias[output];
            var weights = point.AsSpan(PlaceOf(output) + 1, _design.Levels);
            coefficients.Of(output, 0, _design.Levels).CopyTo(weights);
            Apply(output, weights, static (factor, values) => factor.MultiplyTransposed(values));
        }
        return point;
    }

    /// <summary>From the coefficients' gradient to that at the optimiser's point.</summary>
    internal void ToGradient(Coefficients gradient, double[] target)
    {
        for (int output = 0; output < _factors.Length; output++)
        {
            target[PlaceOf(output)] = gradient.Bias[output] / _bias[output];
            var weights = target.AsSpan(PlaceOf(output) + 1, _design.Levels);
            gradient.Of(output, 0, _design.Levels).CopyTo(weights);
            Apply(output, weights, static (factor, values) => factor.SolveForward(values));
        }
    }

    private int PlaceOf(int output) => output * (1 + _design.Levels);

    private void Apply(int output, Span<double> values, Change change)
    {
        for (int feature = 0; feature < _design.Shapes.Length; feature++)
            change(_factors[output][feature], values.Slice(_design.OffsetOf(feature), _design.Shapes[feature].Levels));
    }
}
