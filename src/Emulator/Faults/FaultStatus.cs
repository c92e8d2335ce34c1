namespace Homeostat.Emulator;

/// <summary>A fault as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fault">What it is.</param>
/// <param name="Hits">How often it happened.</param>
/// <param name="IsActive">Whether it can happen again.</param>
public sealed record FaultStatus(string Id, Fault Fault, int Hits, bool IsActive);
