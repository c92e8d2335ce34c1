namespace Homeostat.Statistics;

/// <summary>A statistic of those rows that the indices name; an index may come several times. Must not keep the span.</summary>
/// <param name="indices">Row indices, each in [0, number of rows); at least one.</param>
/// <returns>The statistic in any unit.</returns>
public delegate double ResampledStatistic(ReadOnlySpan<int> indices);
