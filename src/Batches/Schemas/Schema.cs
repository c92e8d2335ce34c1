using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>The columns of a reference, in the order of its file, and what stands for a missing value.</summary>
/// <param name="Columns">The columns; names are unique.</param>
/// <param name="MissingTokens">Texts read as a missing value, compared to the letter.</param>
public sealed record Schema(ImmutableArray<ColumnSchema> Columns, ImmutableArray<string> MissingTokens)
{
    /// <summary>What stands for a missing value unless a schema file says otherwise.</summary>
    public static ImmutableArray<string> DefaultMissingTokens { get; } = ["", "NA", "N/A", "NaN", "null"];

    /// <summary>Whether both name the same columns with the same types and roles, in the same order.</summary>
    public bool SameColumnsAs(Schema other) => Columns.SequenceEqual(other.Columns);
}
