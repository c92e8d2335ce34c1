namespace Homeostat.Loop;

/// <summary>Which rows a dataset takes.</summary>
/// <param name="From">From this time on, UTC.</param>
/// <param name="To">Until this time, inclusive, UTC.</param>
/// <param name="Holdout">The latest part, kept from training, above 0 and below 1.</param>
public sealed record DatasetWindow(DateTimeOffset From, DateTimeOffset To, double Holdout);
