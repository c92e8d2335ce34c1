namespace Homeostat.Batches;

/// <summary>Arrays that the columns of one worker use one after the other.</summary>
internal sealed class CountScratch
{
    private double[] _values = [];

    internal double[] Values(int count)
    {
        if (_values.Length < count) _values = new double[count];
        return _values;
    }
}
