namespace Homeostat.Dashboard;

/// <summary>The verdict on the last batch that was judged.</summary>
internal sealed record VerdictView(string? Batch, string? Verdict, string Text, DateTimeOffset At, long Record)
{
    /// <summary>Address of the report; null when none is stored.</summary>
    public string? Report { get; init; }
}
