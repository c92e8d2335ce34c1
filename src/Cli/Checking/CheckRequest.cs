namespace Homeostat.Cli;

/// <summary>What a user asks of <c>homeostat check</c>.</summary>
internal sealed record CheckRequest
{
    internal required string Reference { get; init; }

    internal required string Current { get; init; }

    internal string? Schema { get; init; }

    internal string? Policy { get; init; }

    internal string? Json { get; init; }

    internal string? Html { get; init; }

    internal int Workers { get; init; }

    internal bool Quiet { get; init; }

    /// <summary>Whether features that passed are listed too.</summary>
    internal bool All { get; init; }

    /// <summary>Whether standard output holds the report and nothing else.</summary>
    internal bool JsonOnOutput => Json == "-";
}
