namespace Homeostat.Statistics.Performance;

/// <summary>Absolute errors, scaled by a power of two so that neither their sum nor their squares leave the range of a double.</summary>
internal readonly ref struct Residuals
{
    private readonly ReadOnlySpan<double> _truth;
    private readonly ReadOnlySpan<double> _predicted;
    private readonly Masses<double> _weights;
    private readonly double _largest;

    private Residuals(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, Masses<double> weights, double largest)
    {
        _truth = truth;
        _predicted = predicted;
        _weights = weights;
        _largest = largest;
    }

    public static Residuals Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, Masses<double> weights)
    {
        double largest = 0;
        for (int i = 0; i < truth.Length; i++)
            if (weights.Raw(i) != 0) largest = Math.Max(largest, Math.Abs(truth[i] - predicted[i]));
        return new Residuals(truth, predicted, weights, largest);
    }

    public double MeanAbsolute() => Mean(squared: false, out double scale) / scale;

    public double RootMeanSquare() => Math.Sqrt(Mean(squared: true, out double scale)) / scale;

    private double Mean(bool squared, out double scale)
    {
        scale = 1;
        if (_largest == 0 || !double.IsFinite(_largest)) return _largest;
        scale = Scale.ToUnit(_largest);
        return Rows.Mean(_weights, _truth.Length, new Term(_truth, _predicted, scale, squared));
    }

    private readonly ref struct Term(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, double scale, bool squared) : IRowTerm
    {
        private readonly ReadOnlySpan<double> _truth = truth;
        private readonly ReadOnlySpan<double> _predicted = predicted;

        public double At(int row)
        {
            double error = Math.Abs(_truth[row] - _predicted[row]) * scale;
            return squared ? error * error : error;
        }
    }
}
