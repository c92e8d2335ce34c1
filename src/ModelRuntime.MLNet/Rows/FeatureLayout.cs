using Microsoft.ML.Data;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>
/// Where each feature stands in the vector. A number has a slot for its place on the line and one that says it is missing; a category has one a value.
/// So each feature has exactly one slot that is not zero by design, and a row takes as many as there are features, however many values they know.
/// </summary>
internal sealed class FeatureLayout
{
    private const int NumberSlots = 2;

    private readonly FeatureShape[] _shapes;
    private readonly int[] _offsets;

    internal FeatureLayout(FeatureShape[] shapes)
    {
        _shapes = shapes;
        _offsets = new int[shapes.Length];
        foreach (var (i, shape) in shapes.Index())
        {
            _offsets[i] = Size;
            Size += shape.HasBins ? NumberSlots : shape.Levels;
        }
    }

    /// <summary>Slots of a row.</summary>
    internal int Size { get; }

    /// <summary>Features of a row.</summary>
    internal int Features => _shapes.Length;

    /// <summary>The slot of a feature's value, and what stands there.</summary>
    internal (int Slot, float Value) Place(int feature, FeatureValue value)
    {
        var shape = _shapes[feature];
        int offset = _offsets[feature];
        if (!shape.HasBins) return (offset + value.Level, 1);
        return value.Level == shape.Missing ? (offset + 1, 1) : (offset, value.Place);
    }

    /// <summary>The columns of <see cref="LearnedRow"/>.</summary>
    /// <param name="classes">Classes of a label with more than two; fewer otherwise.</param>
    internal SchemaDefinition Columns(int classes)
    {
        var columns = SchemaDefinition.Create(typeof(LearnedRow));
        columns[nameof(LearnedRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Size);
        columns[nameof(LearnedRow.Class)].ColumnType = new KeyDataViewType(typeof(uint), Math.Max(1, classes));
        return columns;
    }
}
