namespace Homeostat.Loop;

/// <summary>A rollback that is asked for.</summary>
/// <param name="Kind">By whom, and to where.</param>
/// <param name="Target">
/// The version or the deployment that is named; for <see cref="RollbackKind.Previous"/> the deployment once it is decided; of the breaker the
/// deployment to lead away from; null otherwise.
/// </param>
/// <param name="Reason">Why, in words.</param>
public sealed record RollbackRequest(RollbackKind Kind, string? Target, string Reason)
{
    /// <summary>Id of the signal that asked for it; null when none with an id did.</summary>
    public string? Signal { get; init; }

    /// <summary>What a person asks for.</summary>
    internal static RollbackRequest Of(ControllerSignal signal) =>
        new(signal.RollbackTo ?? RollbackKind.Previous, signal.Target, $"{signal.By}: {signal.Reason}") { Signal = signal.Id };
}
