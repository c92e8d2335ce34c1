namespace Homeostat.Cli;

/// <summary>What <c>homeostat demo</c> was asked to do.</summary>
internal sealed record DemoRequest
{
    /// <summary>Where everything is kept; null: a fresh folder among the temporary ones.</summary>
    internal string? Folder { get; init; }

    /// <summary>Where API and page listen; null: the usual port, or any that is free.</summary>
    internal int? Port { get; init; }

    /// <summary>Whether the host goes on when the story is told.</summary>
    internal bool Keep { get; init; }

    /// <summary>Whether npm may be asked for the real flights.</summary>
    internal bool MayFetch { get; init; } = true;
}
