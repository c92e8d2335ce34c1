using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>How an orchestrator's run ended.</summary>
/// <param name="Kind">Completed, Failed, Terminated, or Started: it goes on as a new run.</param>
internal sealed record TurnEnd(HistoryKind Kind)
{
    /// <summary>The result, the reason, or the input of the new run.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>Why it failed.</summary>
    public TaskFailure? Failure { get; init; }

    /// <summary>Events the new run finds waiting, in order of arrival.</summary>
    public IReadOnlyList<HistoryEvent> Kept { get; init; } = [];
}
