namespace Homeostat.Statistics.Performance;

/// <summary>How often one class was true, predicted, and both, as sums of weights; and the ratios of them, 0 when undefined.</summary>
internal struct ClassCount
{
    private DoubleDouble _truth;
    private DoubleDouble _predicted;
    private DoubleDouble _both;

    /// <summary>Whether any row names the class, even one of weight 0.</summary>
    public bool Seen { get; private set; }

    public readonly double Truth => _truth.ToDouble();

    public readonly double Precision => Ratio(_both.ToDouble(), _predicted.ToDouble());

    public readonly double Recall => Ratio(_both.ToDouble(), Truth);

    public readonly double F1 => Ratio(2 * _both.ToDouble(), _truth.Add(_predicted).ToDouble());

    public void Add(bool truth, bool predicted, double weight)
    {
        Seen |= truth || predicted;
        if (truth) _truth = _truth.Add(weight);
        if (predicted) _predicted = _predicted.Add(weight);
        if (truth && predicted) _both = _both.Add(weight);
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
