namespace Homeostat.Loop;

/// <summary>Something that is wrong at this tick.</summary>
/// <param name="Key">What, as "health/silence": its watch first.</param>
/// <param name="Reason">In words: what happened, why it matters, what to do.</param>
/// <param name="Evidence">What it was found by.</param>
internal sealed record MonitorFinding(string Key, string Reason, object Evidence)
{
    /// <summary>The kind of record it gets; null: whoever gets the signal journals it.</summary>
    public string? JournalKind { get; init; } = JournalKinds.Trouble;

    /// <summary>What the controller is told; null: nothing, there may be none that hears.</summary>
    public SignalKind? Signal { get; init; } = SignalKind.Alert;
}
