namespace Homeostat.Loop;

/// <summary>The first place where a journal is not what was written.</summary>
/// <param name="File">The blob.</param>
/// <param name="Line">1, 2, ... within it; 0 when it is about the whole blob.</param>
/// <param name="Sequence">Sequence number of the record that should be there.</param>
/// <param name="Reason">What differs, why it matters, what to do.</param>
public sealed record JournalFault(string File, long Line, long Sequence, string Reason)
{
    /// <summary>Whether it is only the last line, cut short by a crash: nothing that was acted on is lost, and the next append removes it.</summary>
    public bool IsUnfinished { get; init; }
}
