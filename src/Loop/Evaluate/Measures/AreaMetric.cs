namespace Homeostat.Loop;

/// <summary>The area under the ROC curve: rows are put in order of score once, then only weighed anew.</summary>
internal sealed class AreaMetric : IResampled
{
    private readonly int[] _unit;
    private readonly bool[] _positive;
    private readonly double[] _scores;
    private readonly double[] _weights;

    public AreaMetric(HoldoutSide truth, HoldoutSide side, Units units)
    {
        int[] order = [.. Enumerable.Range(0, units.Rows.Length)];
        _scores = Array.ConvertAll(units.Rows, row => side.Scores[row]);
        Array.Sort(_scores, order);
        _unit = Array.ConvertAll(order, units.Of);
        _positive = Array.ConvertAll(order, i => truth.Classes[units.Rows[i]] == 1);
        _weights = new double[units.Count];
    }

    /// <summary>The area; one half where a class is missing among the drawn rows, as there is no pair to rank.</summary>
    public double Value(ReadOnlySpan<int> units)
    {
        Array.Clear(_weights);
        foreach (int unit in units) _weights[unit]++;
        double area = 0, positives = 0, negatives = 0;
        for (int start = 0, end; start < _scores.Length; start = end)
        {
            double tiedPositives = 0, tiedNegatives = 0;
            for (end = start; end < _scores.Length && _scores[end] == _scores[start]; end++)
            {
                if (_positive[end]) tiedPositives += _weights[_unit[end]];
                else tiedNegatives += _weights[_unit[end]];
            }

            area += tiedPositives * (negatives + tiedNegatives / 2);
            positives += tiedPositives;
            negatives += tiedNegatives;
        }

        return positives * negatives > 0 ? area / (positives * negatives) : 0.5;
    }
}
