namespace Homeostat.Batches.Tests;

/// <summary>Short forms of profiling and counting for tests.</summary>
internal static class Checks
{
    internal static Fingerprint Profile(string path, SchemaOverrides? overrides = null, int workers = 1)
    {
        using var input = BatchInput.Resolve(path);
        return Profiler.Profile(input, overrides ?? SchemaOverrides.None, new CountOptions { Workers = workers });
    }

    internal static Fingerprint Count(string path, Fingerprint reference, int workers = 1)
    {
        using var input = BatchInput.Resolve(path);
        return BatchCounter.Count(input, reference, new CountOptions { Workers = workers });
    }

    internal static ColumnFingerprint Column(this Fingerprint fingerprint, string name) =>
        fingerprint.Columns.Single(column => column.Schema.Name == name);

    /// <summary>The count of the cell that holds the value.</summary>
    internal static long At(this ColumnFingerprint column, double value) => column.Counts[column.Grid!.CellOf(value)];

    /// <summary>The count of a named category.</summary>
    internal static long At(this ColumnFingerprint column, string value) => column.Counts[column.Categories!.Values.IndexOf(value)];

    /// <summary>The error a profile of the file ends with.</summary>
    internal static BadInputException Refusal(string path) => Assert.Throws<BadInputException>(() => Profile(path));
}
