namespace Homeostat.ModelRuntime;

/// <summary>Rows to learn from: a level a feature and row, what was right, and how much the row counts.</summary>
internal sealed class Design
{
    private readonly int[] _offsets;

    internal Design(FeatureShape[] shapes, CodeColumn[] columns, int rows)
    {
        Shapes = shapes;
        Columns = columns;
        Rows = rows;
        _offsets = new int[shapes.Length + 1];
        for (int i = 0; i < shapes.Length; i++) _offsets[i + 1] = _offsets[i] + shapes[i].Size;
    }

    internal FeatureShape[] Shapes { get; }

    internal CodeColumn[] Columns { get; }

    internal int Rows { get; }

    /// <summary>The class's number, or the number to tell, a row.</summary>
    internal required double[] Targets { get; init; }

    /// <summary>How much each row counts, above 0.</summary>
    internal required double[] Weights { get; init; }

    /// <summary>Weights of all features.</summary>
    internal int Size => _offsets[^1];

    /// <summary>Where a feature's weights start among those of all.</summary>
    internal int OffsetOf(int feature) => _offsets[feature];
}
