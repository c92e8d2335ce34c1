using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>Reads rows as levels: two bytes a value at most, whatever the file holds.</summary>
internal sealed class DesignReader
{
    private readonly FeatureCoder[] _coders;
    private readonly CodeColumn[] _columns;
    private readonly LabelColumn _labels;
    private readonly double[] _weights;
    private readonly ImmutableArray<string> _names;
    private readonly double _keep;
    private readonly int _seed, _capacity;
    private readonly bool _isWeighted;

    internal DesignReader(Fingerprint reference, TrainingConfig config, int seed)
    {
        _coders = [.. reference.Columns.Where(ShapePlanner.CanLearn).Select(column => new FeatureCoder(ShapePlanner.Plan(column, config.Bins), column, reference.Schema.MissingTokens))];
        _capacity = (int)Math.Min(reference.Rows, config.MostRows);
        _columns = Array.ConvertAll(_coders, coder => CodeColumn.For(coder.Shape, _capacity));
        var label = reference.Schema.Columns.First(column => column.Role == ColumnRole.Label);
        string? weight = reference.Schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Weight)?.Name;
        _labels = new LabelColumn(label, _capacity);
        _weights = new double[_capacity];
        _isWeighted = weight is not null;
        _names = [.. _coders.Select(coder => coder.Shape.Name), label.Name, .. weight is null ? Array.Empty<string>() : [weight]];
        _keep = (double)config.MostRows / Math.Max(1, reference.Rows);
        _seed = seed;
    }

    internal int Rows { get; private set; }

    /// <summary>Rows left out because they had no label, or none that could be read.</summary>
    internal long Unlabelled { get; private set; }

    internal (ModelTask Task, Design Design) Read(BatchInput input, Fingerprint reference, TrainingConfig config, CancellationToken cancellation)
    {
        using var rows = new RowReader(input, _names, reference.Schema.MissingTokens, cancellation);
        for (long row = 0; rows.Read() && Rows < _capacity; row++)
            if (_keep >= 1 || Draw(row) < _keep) Add(rows);
        var (task, targets) = _labels.Complete(config.Task);
        ClassWeighting.Apply(config, task, targets, _weights.AsSpan(0, Rows));
        return (task, new Design(Array.ConvertAll(_coders, coder => coder.Shape), _columns, Rows) { Targets = targets, Weights = _weights });
    }

    private void Add(RowReader rows)
    {
        int label = _coders.Length;
        double weight = 1;
        bool weighed = !_isWeighted || (rows.TryGetNumber(label + 1, out weight) && weight > 0 && double.IsFinite(weight));
        if (!weighed || rows.IsMissing(label) || !_labels.TryAdd(rows, label))
        {
            Unlabelled++;
            return;
        }
        _weights[Rows] = weight;
        for (int i = 0; i < _coders.Length; i++)
        {
            var text = rows.Utf8(i);
            // The coder knows the texts that stand for no value; that there is no text at all only the reader knows.
            _columns[i].Set(Rows, text.IsEmpty && rows.IsMissing(i) ? _coders[i].Missing : _coders[i].Read(text, out _));
        }
        Rows++;
    }

    /// <summary>A number from 0 to 1 that only row and seed decide (SplitMix64, Steele, Lea and Flood, 2014).</summary>
    private double Draw(long row)
    {
        ulong mixed = (ulong)row * 0x9E3779B97F4A7C15 + (ulong)_seed;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
