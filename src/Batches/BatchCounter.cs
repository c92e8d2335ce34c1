using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>Counts a batch over a reference's grid: one pass, memory that does not grow with rows.</summary>
public static class BatchCounter
{
    /// <summary>Counts every column of the reference in the batch; columns are found by name.</summary>
    /// <param name="input">The batch.</param>
    /// <param name="reference">The fingerprint of the reference.</param>
    /// <param name="options">Workers, progress, cancellation.</param>
    /// <exception cref="BadInputException">The input cannot be used; the message says what, why and how to mend it.</exception>
    public static Fingerprint Count(BatchInput input, Fingerprint reference, CountOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(options);
        var text = new BatchText(input);
        var known = reference.Schema.Columns.Select(column => column.Name).ToImmutableArray();
        var layout = text.Kind == FormatKind.Csv ? text.Header : known;
        var plan = new BatchPlan(reference, layout, text.WorkersFor(options));
        if (plan.Shared == 0) throw NoCommonColumns(reference, text, text.Header);
        var run = CountRun.Over(text, layout, options, plan.MakeCounters);
        var columns = plan.Complete(run);
        // JSON has no header to tell before: members of other names only are other data, not missing values.
        bool foreign = !run.UnknownColumns.IsEmpty && columns.All(column => column.Missing == column.Rows);
        if (foreign || !columns.Any(column => column.Present)) throw NoCommonColumns(reference, text, run.UnknownColumns);
        RefuseChangedTypes(columns, input.Name);
        return new Fingerprint
        {
            Schema = reference.Schema,
            Columns = columns,
            Rows = run.Rows,
            RaggedRows = run.RaggedRows,
            UnknownColumns = text.Kind == FormatKind.Csv ? [.. text.Header.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)] : run.UnknownColumns,
        };
    }

    /// <summary>A column of which no value reads any more is another column: there is nothing left to compare.</summary>
    private static void RefuseChangedTypes(ImmutableArray<ColumnFingerprint> columns, string input)
    {
        var changed = columns.Where(column => column.Schema.IsJudged && column.TypeErrors > 0 && column.Values == 0).ToList();
        if (changed.Count == 0) return;
        var what = changed.Select(column => $"'{column.Schema.Name}' is {Word(column.Schema.Type)} in the reference, but none of its {column.TypeErrors:N0} values in '{input}' is (the first: '{column.TypeErrorExample}')");
        throw new BadInputException(ErrorCodes.ColumnChangedType,
            $"{(changed.Count == 1 ? "A column" : $"{changed.Count} columns")} changed type: {string.Join("; ", what)}.",
            "Nothing of such a column can be compared with the reference, and a model that reads it gets garbage.",
            "Mend the job that writes it, or name the type both sides share in a schema file (--schema) and profile the reference again.");
    }

    private static string Word(ColumnType type) => type switch
    {
        ColumnType.Numeric => "a number",
        ColumnType.Integer => "an integer",
        ColumnType.Boolean => "true or false",
        ColumnType.Timestamp => "a timestamp",
        _ => "a category",
    };

    private static BadInputException NoCommonColumns(Fingerprint reference, BatchText text, ImmutableArray<string> current)
    {
        return new(ErrorCodes.NoCommonColumns,
            $"'{text.Name}' has none of the reference's columns ({Some(reference.Schema.Columns.Select(column => column.Name))}){(current.IsEmpty ? "" : $"; it has {Some(current)}")}.",
            "Columns are compared by name.",
            "Check that both sides are the same data, that the delimiter is one of , ; tab |, and that both files have a header.");
    }

    private static string Some(IEnumerable<string> names)
    {
        var first = names.Take(6).ToList();
        return string.Join(", ", first.Take(5)) + (first.Count > 5 ? ", ..." : "");
    }
}
