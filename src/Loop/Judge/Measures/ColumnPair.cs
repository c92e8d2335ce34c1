using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>One column on both sides.</summary>
internal sealed record ColumnPair(ColumnFingerprint Reference, ColumnFingerprint Current)
{
    public ColumnSchema Schema => Reference.Schema;

    /// <summary>Observations in cells or slots, or unseen: what a distribution is made of.</summary>
    public long ReferenceValues { get; } = Observations(Reference);

    /// <summary>The same on the current side.</summary>
    public long CurrentValues { get; } = Observations(Current);

    /// <summary>Whether there are two distributions to compare.</summary>
    public bool HasDistributions =>
        (Schema.HasGrid || Schema.HasCategories) && Current.Present && ReferenceValues > 0 && CurrentValues > 0;

    /// <summary>Whether everything counted is the same on both sides.</summary>
    public bool IsIdentical =>
        Current.Present && Reference.Rows == Current.Rows && Reference.Missing == Current.Missing
        && Reference.TypeErrors == Current.TypeErrors && Reference.NonIntegers == Current.NonIntegers
        && Reference.OutOfRange == Current.OutOfRange && Reference.Unseen == Current.Unseen
        && Reference.Moments.Min.Equals(Current.Moments.Min) && Reference.Moments.Max.Equals(Current.Moments.Max)
        && Reference.Counts.AsSpan().SequenceEqual(Current.Counts.AsSpan());

    private static long Observations(ColumnFingerprint column)
    {
        long sum = column.Unseen;
        foreach (long count in column.Counts) sum += count;
        return sum;
    }
}
