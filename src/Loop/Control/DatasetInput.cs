namespace Homeostat.Loop;

/// <summary>A dataset to be assembled.</summary>
/// <param name="Model">The model.</param>
/// <param name="Window">Which rows.</param>
public sealed record DatasetInput(string Model, DatasetWindow Window);
