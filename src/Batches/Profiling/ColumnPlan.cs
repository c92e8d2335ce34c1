using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>How one column of a reference is counted, made from the sample and shared by all workers.</summary>
internal sealed class ColumnPlan
{
    private readonly ColumnSchema _schema;
    private readonly NumericTarget? _target;
    private readonly bool _typeIsGiven;

    private ColumnPlan(int index, ColumnSchema schema, NumericTarget? target, bool typeIsGiven)
    {
        Index = index;
        _schema = schema;
        _target = target;
        _typeIsGiven = typeIsGiven;
    }

    internal int Index { get; }

    internal static ColumnPlan[] Make(ReferenceSample sample, SchemaOverrides overrides, int workers)
    {
        var plans = new ColumnPlan[sample.Columns.Length];
        // Sorting the samples is what takes time here.
        SideBySide.Each(plans.Length, workers, i =>
        {
            var known = overrides.Find(sample.Names[i]);
            var schema = TypeInference.Infer(sample.Names[i], sample.Columns[i], known);
            plans[i] = new ColumnPlan(i, schema, schema.HasGrid ? Target(sample.Columns[i]) : null, known?.Type is not null);
        });
        return plans;
    }

    internal ColumnCounter MakeCounter(MissingTokens missing, CountScratch scratch) => _schema.Type switch
    {
        ColumnType.Numeric or ColumnType.Integer or ColumnType.Timestamp => new NumericCounter(_schema, missing, _target!),
        ColumnType.Boolean => new CategoryCounter(_schema, missing, BooleanText.Table, BooleanText.Slots(), scratch),
        ColumnType.Categorical => new CategoryDiscovery(_schema, missing, scratch),
        _ => new TextCounter(_schema, missing),
    };

    /// <summary>The workers' counts as one column.</summary>
    internal ColumnFingerprint Complete(CountRun run)
    {
        var merged = run.Merge(Index);
        var counter = run.Workers[0].Counters[Index]!;
        if (counter is CategoryDiscovery discovery)
        {
            for (int i = 1; i < run.Workers.Length; i++) discovery.Absorb((CategoryDiscovery)run.Workers[i].Counters[Index]!);
            return discovery.Complete(merged);
        }
        if (counter is NumericCounter { Atoms: { } atoms })
        {
            for (int i = 1; i < run.Workers.Length; i++) atoms.Absorb(((NumericCounter)run.Workers[i].Counters[Index]!).Atoms!);
            merged = atoms.Complete(merged);
        }
        // A fraction anywhere in a reference makes the column numeric.
        return merged.NonIntegers > 0 && !_typeIsGiven
            ? merged with { Schema = _schema with { Type = ColumnType.Numeric }, NonIntegers = 0 }
            : merged;
    }

    /// <summary>Whether all rows show another type than the sample did.</summary>
    internal bool IsContradictedBy(ImmutableArray<ColumnFingerprint> columns)
    {
        var column = columns[Index];
        if (_typeIsGiven) return false;
        bool unread = column.TypeErrors > (column.Rows - column.Missing) * (1 - TypeInference.NeededShare);
        // A sample without a single value says nothing; nor does a grid cut from none.
        bool blind = _target is { Grid.Boundaries.IsEmpty: true } && column.Moments.Finite > 0;
        bool unexpected = _schema.Type == ColumnType.Categorical && column.Values > 0 && column.Categories is { Values.IsEmpty: true };
        return unread || blind || unexpected;
    }

    private static NumericTarget Target(ColumnSample sample)
    {
        var numbers = sample.Kept;
        RadixSort.Sort(numbers);
        var grid = GridBuilder.Build(numbers, out bool discrete);
        return NumericTarget.ForReference(grid, findAtoms: discrete);
    }

}
