namespace Homeostat.Batches;

/// <summary>A few rows of a column whose numbers are read in pairs.</summary>
/// <param name="Width">Fields from one row to the next.</param>
/// <param name="Pairs">Pairs of rows.</param>
internal readonly record struct NumberRun(int Width, int Pairs);
