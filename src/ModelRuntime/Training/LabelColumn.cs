using System.Collections.Immutable;
using System.Text;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>Collects what was right, row by row, and tells in the end what is to be answered.</summary>
internal sealed class LabelColumn(ColumnSchema schema, int rows)
{
    private readonly bool _isNumber = schema.Type is ColumnType.Numeric or ColumnType.Integer;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly double[] _values = new double[rows];
    private int _count;

    /// <summary>Adds a label; false when it is no number where numbers are told.</summary>
    internal bool TryAdd(RowReader reader, int column)
    {
        if (_isNumber)
        {
            if (!reader.TryGetNumber(column, out double number) || !double.IsFinite(number)) return false;
            _values[_count++] = number;
            return true;
        }
        _values[_count++] = ClassOf(reader.Utf8(column));
        return true;
    }

    /// <summary>What is answered, and the labels as the loss wants them.</summary>
    internal (ModelTask Task, double[] Targets) Complete(TaskKind? asked)
    {
        var targets = _values.AsSpan(0, _count).ToArray();
        var (kind, positive) = HoldoutTask.Of(Labels(targets), schema.Type);
        if (asked is { } other && other != kind) throw Contradicted(other, kind);
        if (kind == TaskKind.Regression) return (new ModelTask(kind, schema, [], null), targets);
        var classes = Order(Labels(targets), positive);
        if (classes.Length < 2) throw OneClass(classes);
        var places = classes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => (double)pair.i, StringComparer.Ordinal);
        var byNumber = _isNumber ? null : _classes.OrderBy(pair => pair.Value).Select(pair => places[pair.Key]).ToArray();
        for (int i = 0; i < targets.Length; i++) targets[i] = byNumber is null ? places[Text(targets[i])] : byNumber[(int)targets[i]];
        return (new ModelTask(kind, schema, classes, positive), targets);
    }

    // Two classes: the positive one last, so that its number is 1.
    private static ImmutableArray<string> Order(IEnumerable<string> labels, string? positive) =>
        [.. labels.Order(StringComparer.Ordinal).OrderBy(label => label == positive)];

    private List<string> Labels(double[] values) => _isNumber ? [.. values.Distinct().Take(ModelTask.MostClasses + 1).Select(Text)] : [.. _classes.Keys];

    private int ClassOf(ReadOnlySpan<byte> text)
    {
        string label = LabelText.Canonical(Encoding.UTF8.GetString(text));
        if (_classes.TryGetValue(label, out int known)) return known;
        if (_classes.Count == ModelTask.MostClasses) throw TooMany();
        _classes.Add(label, _classes.Count);
        return _classes.Count - 1;
    }

    private static string Text(double number) => LabelText.Canonical(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    private BadInputException TooMany() => new(ModelErrors.NothingToLearn,
        $"The label '{schema.Name}' has more than {ModelTask.MostClasses} different values.",
        "With so many classes the column is probably an id or a number read as text.",
        "Name another label, or give the column the type 'numeric' in the configuration.");

    private BadInputException OneClass(ImmutableArray<string> classes) => new(ModelErrors.NothingToLearn,
        $"The label '{schema.Name}' is {(classes.IsEmpty ? "missing" : $"'{classes[0]}'")} in all {_count} rows.",
        "There is nothing to tell apart.",
        "Train on a window that holds both answers.");

    private BadInputException Contradicted(TaskKind asked, TaskKind found) => new(ModelErrors.ConfigInvalid,
        $"The configuration says task '{asked}', but the label '{schema.Name}' is one for '{found}'.",
        "The loop tells the task by the labels; a model for another could not be judged.",
        "Leave 'task' out, or give the label another type in the configuration ('categorical' for classes, 'numeric' for numbers).");
}
