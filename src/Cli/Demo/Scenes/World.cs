namespace Homeostat.Cli;

/// <summary>How the world changes.</summary>
internal static class World
{
    private const int FirstHour = 4, Noon = 12, Held = 40;

    /// <summary>Every flight before noon arrives later; its features are as they were.</summary>
    internal static FlightRow LateMornings(FlightRow row) => row.Hour is >= FirstHour and < Noon ? row with { Delay = row.Delay + Held } : row;
}
