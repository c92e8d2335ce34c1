namespace Homeostat.Batches;

/// <summary>Arrays that the columns of one worker use one after the other.</summary>
internal sealed class CountScratch
{
    private double[] _values = [];
    private int[] _cells = [];

    internal double[] Values(int count)
    {
        if (_values.Length < count) _values = new double[count];
        return _values;
    }

    internal Span<int> Cells(int count)
    {
        if (_cells.Length < count) _cells = new int[Math.Max(count, _values.Length)];
        return _cells.AsSpan(0, count);
    }
}
