namespace Homeostat.Loop;

/// <summary>Performance is to be judged on the labels there are.</summary>
/// <param name="Model">The model.</param>
/// <param name="Id">What brought labels, as "batch/..." or "labels/...".</param>
/// <param name="At">When, UTC.</param>
public sealed record PerformanceQuestion(string Model, string Id, DateTimeOffset At);
