namespace Homeostat.LocalHost;

/// <summary>What was just made durable.</summary>
/// <param name="Number">1, 2, 3, ... since the engine was opened.</param>
/// <param name="Events">Each new history event, as "instance: kind name", in order.</param>
public sealed record EngineCommit(int Number, IReadOnlyList<string> Events)
{
    /// <summary>Number and events, for messages.</summary>
    public override string ToString() => $"commit {Number} ({string.Join("; ", Events)})";
}
