namespace Homeostat.LocalHost;

/// <summary>How the loop on this machine is.</summary>
/// <param name="Status">Whether it runs.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Reason">Why it does not run, in three beats; empty while it runs.</param>
public sealed record LoopHealth(LoopStatus Status, DateTimeOffset Since, string Reason);
