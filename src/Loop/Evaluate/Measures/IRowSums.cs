namespace Homeostat.Loop;

/// <summary>A metric that depends on sums over rows alone.</summary>
internal interface IRowSums
{
    /// <summary>How many sums.</summary>
    int Width { get; }

    /// <summary>Adds a row.</summary>
    void Add(int row, Span<double> sums);

    /// <summary>The metric of the sums.</summary>
    double Value(ReadOnlySpan<double> sums);
}
