namespace Homeostat.Cli;

/// <summary>What <c>homeostat emulator</c> was asked to do.</summary>
internal sealed record EmulatorRequest
{
    internal const int UsualPort = 8443;

    internal required string State { get; init; }

    internal string? Storage { get; init; }

    internal int Port { get; init; } = UsualPort;

    internal string? Serve { get; init; }

    internal IReadOnlyList<(string Name, string Line)> Tools { get; init; } = [];

    internal int Seed { get; init; } = 1;

    internal bool Slow { get; init; }
}
