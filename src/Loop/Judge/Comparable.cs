using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Whether two fingerprints were counted over the same grid, so that their counts can be compared.</summary>
internal static class Comparable
{
    public static void Check(Fingerprint reference, Fingerprint current)
    {
        if (Difference(reference, current) is { } how) throw Mismatch(how);
    }

    public static bool Are(Fingerprint reference, Fingerprint current) => Difference(reference, current) is null;

    private static string? Difference(Fingerprint reference, Fingerprint current)
    {
        if (!reference.Schema.SameColumnsAs(current.Schema) || reference.Columns.Length != current.Columns.Length) return "their columns differ";
        for (int i = 0; i < reference.Columns.Length; i++)
            if (!SameCells(reference.Columns[i], current.Columns[i])) return $"column '{reference.Columns[i].Schema.Name}' has other cells";
        return null;
    }

    private static bool SameCells(ColumnFingerprint a, ColumnFingerprint b) =>
        a.Counts.Length == b.Counts.Length
        && (ReferenceEquals(a.Grid, b.Grid)
            || (a.Grid is { } g && b.Grid is { } h && g.Boundaries.AsSpan().SequenceEqual(h.Boundaries.AsSpan())))
        && (ReferenceEquals(a.Categories, b.Categories)
            || (a.Categories is { } s && b.Categories is { } t && s.Values.AsSpan().SequenceEqual(t.Values.AsSpan())
                && s.RemainderHashes.AsSpan().SequenceEqual(t.RemainderHashes.AsSpan())));

    private static BadInputException Mismatch(string how) => new(
        ErrorCodes.FingerprintMismatch,
        $"The reference and the batch were not counted over the same grid: {how}.",
        "Counts over different cells cannot be compared.",
        "Count the batch against this reference.");
}
