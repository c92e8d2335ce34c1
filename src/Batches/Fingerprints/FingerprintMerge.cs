using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>Adding fingerprints: every count is a sum, so order and grouping do not matter.</summary>
internal static class FingerprintMerge
{
    internal static Fingerprint Merge(Fingerprint a, Fingerprint b)
    {
        if (!a.Schema.SameColumnsAs(b.Schema)) throw Incompatible("their columns differ");
        var columns = ImmutableArray.CreateBuilder<ColumnFingerprint>(a.Columns.Length);
        for (int i = 0; i < a.Columns.Length; i++) columns.Add(Merge(a.Columns[i], b.Columns[i]));
        return a with
        {
            Columns = columns.MoveToImmutable(),
            Rows = a.Rows + b.Rows,
            RaggedRows = a.RaggedRows + b.RaggedRows,
            UnknownColumns = [.. a.UnknownColumns.Union(b.UnknownColumns).Order(StringComparer.Ordinal)],
        };
    }

    internal static ColumnFingerprint Merge(ColumnFingerprint a, ColumnFingerprint b)
    {
        if (!SameCells(a, b)) throw Incompatible($"column '{a.Schema.Name}' has other cells");
        return a with
        {
            Present = a.Present || b.Present,
            Rows = a.Rows + b.Rows,
            Missing = a.Missing + b.Missing,
            TypeErrors = a.TypeErrors + b.TypeErrors,
            NonIntegers = a.NonIntegers + b.NonIntegers,
            OutOfRange = a.OutOfRange + b.OutOfRange,
            Unseen = a.Unseen + b.Unseen,
            Counts = Sum(a.Counts, b.Counts),
            Moments = a.Moments.Merge(b.Moments),
            Distinct = a.Distinct.Merge(b.Distinct),
            TypeErrorExample = Smaller(a.TypeErrorExample, b.TypeErrorExample),
        };
    }

    private static ImmutableArray<long> Sum(ImmutableArray<long> a, ImmutableArray<long> b)
    {
        var sum = new long[a.Length];
        for (int i = 0; i < sum.Length; i++) sum[i] = a[i] + b[i];
        return ImmutableCollectionsMarshal.AsImmutableArray(sum);
    }

    private static bool SameCells(ColumnFingerprint a, ColumnFingerprint b) =>
        (ReferenceEquals(a.Grid, b.Grid) || (a.Grid is { } g && b.Grid is { } h && g.Boundaries.SequenceEqual(h.Boundaries)))
        && (ReferenceEquals(a.Categories, b.Categories) || (a.Categories is { } s && b.Categories is { } t
            && s.Values.SequenceEqual(t.Values) && s.RemainderHashes.SequenceEqual(t.RemainderHashes)));

    // The smaller of two examples, so that merging gives the same one in any order.
    private static string? Smaller(string? a, string? b) =>
        a is null ? b : b is null ? a : string.CompareOrdinal(a, b) <= 0 ? a : b;

    private static BadInputException Incompatible(string how) => new(
        ErrorCodes.FingerprintMismatch,
        $"The two fingerprints were not counted over the same grid: {how}.",
        "Counts over different cells cannot be added or compared.",
        "Profile the reference once and count every batch against that file.");
}
