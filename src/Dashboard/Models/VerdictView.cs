namespace Homeostat.Dashboard;

/// <summary>The verdict on the last batch that was judged.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Verdict">pass, fail, inconclusive or error.</param>
/// <param name="Text">In a sentence.</param>
/// <param name="At">When it was judged.</param>
/// <param name="Record">The journal's record about it.</param>
public sealed record VerdictView(string? Batch, string? Verdict, string Text, DateTimeOffset At, long Record)
{
    /// <summary>Address of the report; null when none is stored.</summary>
    public string? Report { get; init; }
}
