using MathNet.Numerics.LinearAlgebra;

namespace Homeostat.ModelRuntime;

/// <summary>Mean loss and price of a point, with its gradient: what the optimiser makes small. The best point met is kept.</summary>
internal sealed class Objective
{
    // Sums are made lane by lane and added in the lanes' order: the same result on any number of processors.
    private const int Lanes = 8;
    private const int BlockRows = 2048;

    private readonly Design _design;
    private readonly int _rows;
    private readonly ILoss _loss;
    private readonly double[] _factors;
    private readonly Preconditioner _coordinates;
    private readonly double _mass;
    private readonly Coefficients _coefficients;
    private readonly Coefficients[] _gradients;
    private readonly double[] _losses = new double[Lanes];

    /// <param name="design">The rows.</param>
    /// <param name="rows">How many of the first are learned from.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="options">How much it is held back.</param>
    /// <param name="summary">Masses of levels and classes.</param>
    internal Objective(Design design, int rows, ILoss loss, FitOptions options, DesignSummary summary)
    {
        (_design, _rows, _loss, _mass) = (design, rows, loss, summary.Mass);
        _factors = Penalty.Factors(design, options);
        double[] curvatures = [.. Enumerable.Range(0, loss.Outputs).Select(output => loss.Curvature(summary.Shares, output))];
        _coordinates = new Preconditioner(summary, _factors, curvatures);
        _coefficients = new Coefficients(loss.Outputs, design.Size);
        _gradients = [.. Enumerable.Range(0, Lanes).Select(_ => new Coefficients(loss.Outputs, design.Size))];
    }

    internal Preconditioner Coordinates => _coordinates;

    /// <summary>Points looked at.</summary>
    internal int Evaluations { get; private set; }

    internal double BestValue { get; private set; } = double.PositiveInfinity;

    internal double[] Best { get; private set; } = [];

    /// <summary>Only every so many blocks of rows stand for all of them: enough to come near, for a part of the work.</summary>
    internal int Step { get; init; } = 1;

    private int Blocks => (_rows + BlockRows - 1) / BlockRows;

    private int Visited => (Blocks + Step - 1) / Step;

    internal (double Value, Vector<double> Gradient) Evaluate(Vector<double> at)
    {
        Evaluations++;
        double[] point = at.ToArray();
        _coordinates.ToCoefficients(point, _coefficients);
        Parallel.For(0, Lanes, Sum);
        var total = _gradients[0];
        double value = Reduce(total);
        if (value < BestValue) (BestValue, Best) = (value, point);
        return (value, Vector<double>.Build.Dense(_coordinates.ToGradient(total)));
    }

    private double Reduce(Coefficients total)
    {
        double value = _losses.Sum() * Blocks / Visited;
        foreach (var lane in _gradients.AsSpan(1))
        {
            for (int i = 0; i < total.Bias.Length; i++) total.Bias[i] += lane.Bias[i];
            for (int i = 0; i < total.Weights.Length; i++) total.Weights[i] += lane.Weights[i];
        }
        if (Visited < Blocks) Scale(total, (double)Blocks / Visited);
        for (int output = 0; output < _loss.Outputs; output++) value += Penalty.Add(_factors, _coefficients.Of(output, 0, _design.Size), total.Of(output, 0, _design.Size));
        Scale(total, 1 / _mass);
        return value / _mass;
    }

    private static void Scale(Coefficients sums, double factor)
    {
        for (int i = 0; i < sums.Bias.Length; i++) sums.Bias[i] *= factor;
        for (int i = 0; i < sums.Weights.Length; i++) sums.Weights[i] *= factor;
    }

    private void Sum(int lane)
    {
        int from = (int)((long)Visited * lane / Lanes), to = (int)((long)Visited * (lane + 1) / Lanes);
        var gradient = _gradients[lane];
        Array.Clear(gradient.Bias);
        Array.Clear(gradient.Weights);
        double[] scores = new double[_loss.Outputs * BlockRows];
        double loss = 0;
        for (int block = from; block < to; block++)
        {
            int first = block * Step * BlockRows;
            loss += AddBlock(first, Math.Min(BlockRows, _rows - first), scores, gradient);
        }
        _losses[lane] = loss;
    }

    private double AddBlock(int first, int rows, Span<double> scores, Coefficients gradient)
    {
        scores = scores[..(_loss.Outputs * rows)];
        _coefficients.Score(_design, first, rows, scores);
        double loss = _loss.Differentiate(_design.Targets.AsSpan(first, rows), _design.Weights.AsSpan(first, rows), scores);
        for (int output = 0; output < _loss.Outputs; output++)
        {
            var residuals = scores.Slice(output * rows, rows);
            double sum = 0;
            foreach (double residual in residuals) sum += residual;
            gradient.Bias[output] += sum;
            for (int feature = 0; feature < _design.Columns.Length; feature++)
                _design.Columns[feature].AddGradient(residuals, first, gradient.Of(output, _design.OffsetOf(feature), _design.Shapes[feature].Size));
        }
        return loss;
    }
}
