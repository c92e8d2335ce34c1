namespace Homeostat.Bench.Data;

/// <summary>A column: turns a position in its distribution into text.</summary>
internal abstract class Column(string name, bool drifts)
{
    /// <summary>No cell is longer than this, in bytes.</summary>
    public const int LongestCell = 32;

    /// <summary>The shape and the place, such as lognormal_01.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the column moves in files made with drift.</summary>
    public bool Drifts { get; } = drifts;

    /// <summary>Whether JSON puts the cell in quotes.</summary>
    public virtual bool IsText => false;

    /// <summary>Writes the cell and returns its length in bytes.</summary>
    public abstract int Write(Span<byte> cell, ulong position);
}
