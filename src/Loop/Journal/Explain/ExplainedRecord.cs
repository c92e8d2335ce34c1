namespace Homeostat.Loop;

/// <summary>A record with what was found out about it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Columns">Of a judged batch what its counts give; null when they are not at hand.</param>
/// <param name="Replay">What came of deciding it again.</param>
internal sealed record ExplainedRecord(JournalRecord Record, DriftVerdict? Columns, ReplayResult Replay);
