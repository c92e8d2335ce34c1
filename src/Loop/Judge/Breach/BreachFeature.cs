namespace Homeostat.Loop;

/// <summary>How often one feature failed among the batches the breach rule looks at.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Times">In so many of them.</param>
public sealed record BreachFeature(string Name, int Times);
