namespace Homeostat.Loop;

/// <summary>Some labelled rows of a batch, in the batch's order.</summary>
/// <param name="Batch">The batch's name.</param>
/// <param name="First">The first of its labelled rows, counted from 0.</param>
/// <param name="Rows">How many.</param>
public sealed record DatasetPart(string Batch, long First, long Rows);
