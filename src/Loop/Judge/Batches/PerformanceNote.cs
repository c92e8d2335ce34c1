namespace Homeostat.Loop;

/// <summary>What labels last said about performance.</summary>
internal sealed record PerformanceNote(Verdict Verdict, string Reason, DateTimeOffset At);
