namespace Homeostat.Loop;

/// <summary>What a scan found and did.</summary>
/// <param name="Controllers">Controllers started.</param>
/// <param name="Batches">Batches started on their way.</param>
/// <param name="Labels">Label files started on their way.</param>
/// <param name="Settling">Files too young to be taken yet: look again soon.</param>
public sealed record ScanResult(int Controllers, int Batches, int Labels, int Settling);
