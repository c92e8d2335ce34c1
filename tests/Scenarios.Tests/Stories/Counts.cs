namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>How much there was in a story that a crash can come between.</summary>
/// <param name="Starts">Starts of the host.</param>
/// <param name="Commits">History events it made durable one by one.</param>
/// <param name="Effects">Activities that ran.</param>
/// <param name="Writes">Writes to the disk.</param>
internal sealed record Counts(int Starts, int Commits, int Effects, int Writes);
