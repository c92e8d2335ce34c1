using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The policy's roles on a reference whose trainer knew none, or others.</summary>
internal static class Roles
{
    /// <summary>The reference with the policy's roles; its counts stay.</summary>
    internal static Fingerprint Apply(Fingerprint reference, SchemaOverrides overrides) => reference.WithSchema(reference.Schema with
    {
        Columns = [.. reference.Schema.Columns.Select(column => overrides.Find(column.Name)?.Role is { } role ? column with { Role = role } : column)],
    });

    /// <summary>All columns with a role: those of the reference, and those that only the policy names, such as predictions.</summary>
    internal static Schema Of(Fingerprint reference, SchemaOverrides overrides) => Of(reference.Schema, overrides);

    internal static Schema Of(Schema reference, SchemaOverrides overrides)
    {
        var known = reference.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var more = overrides.Columns.Where(column => column.Role is not null && !known.Contains(column.Name))
            .Select(column => new ColumnSchema(column.Name, column.Type ?? ColumnType.Categorical, column.Role!.Value));
        return reference with { Columns = [.. reference.Columns, .. more] };
    }

    internal static string? NameOf(this Schema schema, ColumnRole role) => schema.Columns.FirstOrDefault(column => column.Role == role)?.Name;

    /// <summary>The counts with other roles for the same columns.</summary>
    internal static Fingerprint WithSchema(this Fingerprint fingerprint, Schema schema) => fingerprint with
    {
        Schema = schema,
        Columns = [.. fingerprint.Columns.Zip(schema.Columns, (counts, column) => counts with { Schema = column })],
    };
}
