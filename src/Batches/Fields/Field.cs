namespace Homeostat.Batches;

/// <summary>Where one value's text lies in its chunk, quotes and escapes already taken off. A negative length is a value that is not there.</summary>
internal readonly record struct Field(int Start, int Length)
{
    /// <summary>No value: an absent member or a JSON null.</summary>
    internal static Field Absent { get; } = new(0, -1);
}
