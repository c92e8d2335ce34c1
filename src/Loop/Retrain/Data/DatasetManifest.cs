using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// A dataset as pointers to rows: nothing is copied. <see cref="DatasetReader"/> reads it; a trainer in another language reads the files it names, keeps
/// rows with a label (from <see cref="DatasetSource.Labels"/> by id, else the row's own), and takes <see cref="DatasetSource.Count"/> of them.
/// </summary>
public sealed record DatasetManifest
{
    /// <summary>Version of this form.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The model it is for.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 over roles, contents and rows of the parts, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Which rows were asked for.</summary>
    public required DatasetWindow Window { get; init; }

    /// <summary>Columns with type and role; features are trained on.</summary>
    public required ImmutableArray<ColumnSchema> Columns { get; init; }

    /// <summary>Texts that stand for no value.</summary>
    public required ImmutableArray<string> MissingTokens { get; init; }

    /// <summary>Rows trained on, in order of time.</summary>
    public required ImmutableArray<DatasetSource> Training { get; init; }

    /// <summary>Rows kept to compare, later than those trained on.</summary>
    public required ImmutableArray<DatasetSource> Holdout { get; init; }

    /// <summary>Batches that are no part of it, and why.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];
}
