using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Labels come late and answers are not always logged: where a batch has none of them, that is no drift, and the column is not judged.</summary>
internal static class Absent
{
    /// <summary>The columns of the reference, with those ignored that some batch has no value of although it need not.</summary>
    internal static Schema Hide(Fingerprint reference, ImmutableArray<Fingerprint?> batches)
    {
        var known = batches.OfType<Fingerprint>().Where(batch => batch.Schema.SameColumnsAs(reference.Schema)).ToList();
        return reference.Schema with
        {
            Columns = [.. reference.Schema.Columns.Select((column, i) =>
                IsOptional(column.Role) && known.Exists(batch => batch.Columns[i].Values == 0) ? column with { Role = ColumnRole.Ignored } : column)],
        };
    }

    /// <summary>The batches with those columns ignored; one of other columns stays as it is, and cannot be compared.</summary>
    internal static ImmutableArray<Fingerprint?> Hide(ImmutableArray<Fingerprint?> batches, Schema schema) =>
        [.. batches.Select(batch => batch is not null && SameButForRoles(batch.Schema, schema) ? batch.WithSchema(schema) : batch)];

    private static bool SameButForRoles(Schema a, Schema b) =>
        a.Columns.Length == b.Columns.Length
        && a.Columns.Zip(b.Columns).All(pair => pair.First == pair.Second || (pair.Second.Role == ColumnRole.Ignored && IsOptional(pair.First.Role) && pair.First with { Role = pair.Second.Role } == pair.Second));

    private static bool IsOptional(ColumnRole role) => role is ColumnRole.Label or ColumnRole.Prediction or ColumnRole.Score;
}
