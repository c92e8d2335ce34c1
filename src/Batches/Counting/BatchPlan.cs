using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>How the columns of a batch map to those of its reference, with what their counters share.</summary>
internal sealed class BatchPlan
{
    private readonly Fingerprint _reference;
    private readonly MissingTokens _missing;
    private readonly int[] _places;
    private readonly NumericTarget?[] _targets;
    private readonly HashSlots?[] _slots;

    /// <param name="reference">The reference.</param>
    /// <param name="layout">The columns as the batch's tokenizer delivers them.</param>
    /// <param name="workers">How many threads make look-ups.</param>
    internal BatchPlan(Fingerprint reference, ImmutableArray<string> layout, int workers)
    {
        _reference = reference;
        _missing = new MissingTokens(reference.Schema.MissingTokens);
        Width = layout.Length;
        var byName = new Dictionary<string, int>(layout.Length, StringComparer.Ordinal);
        for (int i = 0; i < layout.Length; i++) byName[layout[i]] = i;
        var columns = reference.Columns;
        _places = new int[columns.Length];
        for (int i = 0; i < _places.Length; i++) _places[i] = byName.GetValueOrDefault(columns[i].Schema.Name, -1);
        (_targets, _slots) = (new NumericTarget?[columns.Length], new HashSlots?[columns.Length]);
        SideBySide.Each(columns.Length, workers, i =>
        {
            if (columns[i].Schema.HasGrid) _targets[i] = NumericTarget.ForBatch(columns[i]);
            if (columns[i].Categories is { } table) _slots[i] = CategoryCounter.SlotsOf(columns[i].Schema.Type, table);
        });
    }

    /// <summary>Columns the batch has in common with the reference.</summary>
    internal int Shared => _places.Count(place => place >= 0);

    private int Width { get; }

    internal ColumnCounter?[] MakeCounters(CountScratch scratch)
    {
        var counters = new ColumnCounter?[Width];
        for (int i = 0; i < _places.Length; i++)
            if (_places[i] >= 0) counters[_places[i]] = MakeCounter(i, scratch);
        return counters;
    }

    internal ImmutableArray<ColumnFingerprint> Complete(CountRun run) =>
        run.Complete(_places.Length, i => _places[i] < 0 ? Absent(i, run.Rows) : run.Merge(_places[i]));

    private ColumnCounter MakeCounter(int column, CountScratch scratch)
    {
        var schema = _reference.Columns[column].Schema;
        return schema.Type switch
        {
            ColumnType.Numeric or ColumnType.Integer or ColumnType.Timestamp => new NumericCounter(schema, _missing, _targets[column]!),
            ColumnType.Boolean or ColumnType.Categorical => new CategoryCounter(schema, _missing, _reference.Columns[column].Categories!, _slots[column]!, scratch),
            _ => new TextCounter(schema, _missing),
        };
    }

    private ColumnFingerprint Absent(int column, long rows)
    {
        var reference = _reference.Columns[column];
        return new ColumnFingerprint
        {
            Schema = reference.Schema,
            Grid = reference.Grid,
            Categories = reference.Categories,
            Counts = [.. new long[reference.Counts.Length]],
            Present = false,
            Rows = rows,
            Missing = rows,
            Distinct = new DistinctSketch(),
        };
    }
}
