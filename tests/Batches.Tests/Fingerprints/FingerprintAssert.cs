namespace Homeostat.Batches.Tests.Fingerprints;

/// <summary>Equality to the last bit: records compare their lists by reference, files must not.</summary>
internal static class FingerprintAssert
{
    internal static void Same(Fingerprint expected, Fingerprint actual)
    {
        Assert.Equal(expected.Schema.Columns.ToArray(), actual.Schema.Columns.ToArray());
        Assert.Equal(expected.Schema.MissingTokens.ToArray(), actual.Schema.MissingTokens.ToArray());
        Assert.Equal(expected.UnknownColumns.ToArray(), actual.UnknownColumns.ToArray());
        Assert.Equal((expected.Rows, expected.RaggedRows, expected.Columns.Length), (actual.Rows, actual.RaggedRows, actual.Columns.Length));
        for (int i = 0; i < expected.Columns.Length; i++) Same(expected.Columns[i], actual.Columns[i]);
    }

    private static void Same(ColumnFingerprint expected, ColumnFingerprint actual)
    {
        Assert.Equal(Bits(expected.Grid), Bits(actual.Grid));
        Assert.Equal(expected.Categories?.Values.ToArray(), actual.Categories?.Values.ToArray());
        Assert.Equal(expected.Categories?.RemainderHashes.ToArray(), actual.Categories?.RemainderHashes.ToArray());
        Assert.Equal(expected.Counts.ToArray(), actual.Counts.ToArray());
        Assert.Equal(expected.Distinct.Registers.ToArray(), actual.Distinct.Registers.ToArray());
        // What is left is compared by the record itself.
        Assert.Equal(expected, actual with { Grid = expected.Grid, Categories = expected.Categories, Counts = expected.Counts, Distinct = expected.Distinct });
    }

    private static long[]? Bits(Grid? grid) => grid?.Boundaries.Select(BitConverter.DoubleToInt64Bits).ToArray();
}
