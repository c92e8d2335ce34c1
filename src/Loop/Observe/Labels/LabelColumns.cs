using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The columns of a label file that matter.</summary>
/// <param name="Id">Names the row that was predicted.</param>
/// <param name="Label">What was right.</param>
public sealed record LabelColumns(string Id, string Label)
{
    /// <summary>The columns of role id and label; null for a schema that lacks one. Without an id, a collector's row id stands in.</summary>
    public static LabelColumns? Of(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        string? id = schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Id)?.Name;
        string? label = schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Label)?.Name;
        return label is null ? null : new LabelColumns(id ?? RowReader.RowIdColumn, label);
    }

    /// <summary>Which of the two a file does not have.</summary>
    public ImmutableArray<string> MissingIn(BatchInput file)
    {
        var names = RowReader.ColumnsOf(file);
        return [.. new[] { Id, Label }.Where(name => !names.Contains(name))];
    }
}
