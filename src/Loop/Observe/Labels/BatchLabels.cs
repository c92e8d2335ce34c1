namespace Homeostat.Loop;

/// <summary>Labels that a file has for rows of one batch.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Labels">Labels by id.</param>
internal sealed record BatchLabels(string Batch, Dictionary<string, string> Labels);
