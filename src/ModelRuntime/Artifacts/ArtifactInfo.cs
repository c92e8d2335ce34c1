using System.Collections.Immutable;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>What a model folder says of itself; written last, so that a folder with it is whole.</summary>
internal sealed record ArtifactInfo
{
    internal const string FormatName = "homeostat-model";
    internal const int NewestVersion = 1;

    public string Format { get; init; } = FormatName;

    public int Version { get; init; } = NewestVersion;

    /// <summary>Version of the program that trained it.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>SHA-256 of the rows it was trained on, in hex.</summary>
    public required string DataHash { get; init; }

    public required TaskKind Task { get; init; }

    public required int Rows { get; init; }

    public required int Seed { get; init; }

    /// <summary>Data hash of the champion it was started from; null: from nothing.</summary>
    public string? StartedFrom { get; init; }

    /// <summary>The trainer, where a program knows several; null: the only one.</summary>
    public string? Trainer { get; init; }

    /// <summary>Its settings, by name; null where they are named below.</summary>
    public ImmutableSortedDictionary<string, double>? Settings { get; init; }

    public int? Bins { get; init; }

    public double? L2 { get; init; }

    public double? Straightening { get; init; }

    /// <summary>Passes over all rows that the last fit took.</summary>
    public int? Passes { get; init; }

    public ImmutableArray<Trial> Trials { get; init; } = [];

    /// <summary>SHA-256 of every other file of the folder, by name.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
