using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What the walk along a journal's chain found.</summary>
/// <param name="Records">Good records up to the fault or the end.</param>
/// <param name="Head">
/// Hash of the last good record. A chain cannot tell that its end was cut off: whoever kept an earlier head must find it in the journal still.
/// </param>
/// <param name="Fault">The first fault; null when there is none.</param>
/// <param name="Notes">What is odd without being wrong.</param>
public sealed record JournalVerification(long Records, string Head, JournalFault? Fault, ImmutableArray<string> Notes)
{
    /// <summary>Whether every byte is as it was written.</summary>
    public bool IsIntact => Fault is null;
}
