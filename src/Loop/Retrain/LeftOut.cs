namespace Homeostat.Loop;

/// <summary>A batch that is no part of a dataset.</summary>
/// <param name="Batch">The batch's name.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record LeftOut(string Batch, string Reason);
