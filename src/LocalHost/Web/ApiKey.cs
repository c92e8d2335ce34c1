namespace Homeostat.LocalHost;

/// <summary>The key of the API on this machine.</summary>
/// <param name="Value">The key; whoever has it may act on models.</param>
/// <param name="Path">The file it is kept in.</param>
/// <param name="IsNew">Whether it was made now: to be shown once.</param>
public sealed record ApiKey(string Value, string Path, bool IsNew);
