using System.Collections.Immutable;

namespace Homeostat.ModelRuntime;

/// <summary>What <c>homeostat model train</c> is asked.</summary>
/// <param name="Data">Files, folders or globs of rows in order of time; or one manifest of a dataset that the loop assembled.</param>
/// <param name="Output">The folder for the model: new, or without one.</param>
public sealed record TrainingRequest(ImmutableArray<string> Data, string Output)
{
    /// <summary>The configuration file; null: defaults, with the roles of the manifest.</summary>
    public string? Config { get; init; }

    /// <summary>Seeds the search and the choice of rows when there are too many. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Folder of the model to start from; null: from nothing.</summary>
    public string? Champion { get; init; }

    /// <summary>Settings tried: the configured ones, and at random beside them. Default 1.</summary>
    public int Trials { get; init; } = 1;

    /// <summary>Where the manifest's names start; null: found from where the manifest lies.</summary>
    public string? Root { get; init; }
}
