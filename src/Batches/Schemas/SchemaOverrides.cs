using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>What a user knows better than inference: types and roles of columns, and what stands for a missing value.</summary>
public sealed record SchemaOverrides
{
    /// <summary>Nothing is overridden.</summary>
    public static SchemaOverrides None { get; } = new();

    /// <summary>The columns spoken of, in the file's order; names are unique.</summary>
    public ImmutableArray<ColumnOverride> Columns { get; init; } = [];

    /// <summary>Texts read as a missing value instead of <see cref="Schema.DefaultMissingTokens"/>; null when the file does not say.</summary>
    public ImmutableArray<string>? MissingTokens { get; init; }

    /// <summary>What is said about a column; null when nothing is.</summary>
    public ColumnOverride? Find(string column)
    {
        foreach (var entry in Columns)
            if (string.Equals(entry.Name, column, StringComparison.Ordinal)) return entry;
        return null;
    }

    /// <summary>Reads a schema file: <c>{ "columns": { "age": { "type": "integer", "role": "feature" } }, "missing": ["", "NA"] }</c>.
    /// Comments and trailing commas are allowed; schemas/schema-overrides.schema.json describes the form.</summary>
    /// <param name="json">The file's bytes, UTF-8.</param>
    /// <param name="fileName">What the file is called in messages.</param>
    /// <exception cref="BadInputException">The file cannot be used (<see cref="ErrorCodes.SchemaInvalid"/>); the message lists every error.</exception>
    public static SchemaOverrides Parse(ReadOnlySpan<byte> json, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return new SchemaOverridesReader(fileName).Read(json);
    }
}
