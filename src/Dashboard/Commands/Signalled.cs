using Homeostat.Loop;

namespace Homeostat.Dashboard;

/// <summary>A signal that was sent.</summary>
/// <param name="End">What became of it.</param>
/// <param name="State">The controller's state by then; null when it was not seen.</param>
/// <param name="Records">The journal's records about it.</param>
internal sealed record Signalled(SignalEnd End, ControllerState? State, IReadOnlyList<JournalRecord> Records)
{
    /// <summary>Why it did not get through; null when it did.</summary>
    internal string? Why { get; init; }

    internal JournalRecord? Find(string kind) => Records.LastOrDefault(record => record.Kind == kind);
}
