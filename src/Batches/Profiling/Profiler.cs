using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>Makes the fingerprint of a reference.</summary>
public static class Profiler
{
    /// <summary>
    /// Reads a reference twice: rows from all over it fix types and grids, then all rows are counted. When the count contradicts what the
    /// sample showed, types are inferred again on all rows.
    /// </summary>
    /// <param name="input">The reference; gzip and standard input are unpacked to a temporary file first.</param>
    /// <param name="overrides">What the user knows better than inference.</param>
    /// <param name="options">Workers, progress, cancellation.</param>
    /// <exception cref="BadInputException">The input cannot be used; the message says what, why and how to mend it.</exception>
    public static Fingerprint Profile(BatchInput input, SchemaOverrides overrides, CountOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(options);
        input.MakeSeekable();
        var text = new BatchText(input);
        var tokens = overrides.MissingTokens ?? Schema.DefaultMissingTokens;
        var missing = new MissingTokens(tokens);
        for (bool everyRow = false; ; everyRow = true)
        {
            var sample = ReferenceSample.Read(text, missing, options, everyRow);
            RefuseUnknown(overrides, sample.Names, input.Name);
            var plans = ColumnPlan.Make(sample, overrides, text.WorkersFor(options));
            var run = CountRun.Over(text, sample.Names, options, scratch => Array.ConvertAll(plans, plan => (ColumnCounter?)plan.MakeCounter(missing, scratch)));
            var columns = run.Complete(plans.Length, i => plans[i].Complete(run));
            bool settled = run.UnknownColumns.IsEmpty && !Array.Exists(plans, plan => plan.IsContradictedBy(columns));
            if (settled || everyRow)
            {
                return new Fingerprint
                {
                    Schema = new Schema([.. columns.Select(column => column.Schema)], tokens),
                    Columns = columns,
                    Rows = run.Rows,
                    RaggedRows = run.RaggedRows,
                };
            }
        }
    }

    private static void RefuseUnknown(SchemaOverrides overrides, ImmutableArray<string> names, string input)
    {
        var unknown = overrides.Columns.Where(column => !names.Contains(column.Name)).Select(column => $"'{column.Name}'").ToList();
        if (unknown.Count == 0) return;
        throw new BadInputException(ErrorCodes.SchemaInvalid,
            $"The schema names {string.Join(", ", unknown)}, which '{input}' does not have.",
            "A column that is named wrongly would be judged by guesswork.",
            $"Use one of: {string.Join(", ", names.Take(20))}{(names.Length > 20 ? ", ..." : "")}.");
    }
}
