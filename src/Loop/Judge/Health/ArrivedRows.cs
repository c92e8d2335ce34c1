namespace Homeostat.Loop;

/// <summary>When a batch arrived, and how large it was.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Rows">Its rows.</param>
public sealed record ArrivedRows(DateTimeOffset At, long Rows);
