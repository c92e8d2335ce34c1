namespace Homeostat.Loop;

/// <summary>A metric of one model that can be computed again for rows drawn with replacement.</summary>
internal interface IResampled
{
    /// <summary>The metric of units of rows, each as often as it is named.</summary>
    double Value(ReadOnlySpan<int> units);
}
