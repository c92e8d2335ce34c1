using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Batches.Tests;

public sealed class FingerprintMergeTests : IDisposable
{
    private readonly TemporaryFiles _files = new();
    private readonly Fingerprint _reference;

    public FingerprintMergeTests() =>
        _reference = Checks.Profile(_files.Write("r.csv", "n,c,t\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i * 0.1},k{i % 5},{i % 7}\n"))));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Merge_AnyBatches_IsCommutativeAndAssociative() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261121, 7), Prop.ForAll(
            ArbMap.Default.ArbFor<double[]>(), ArbMap.Default.ArbFor<double[]>(), ArbMap.Default.ArbFor<double[]>(),
            (x, y, z) =>
            {
                var (a, b, c) = (Batch([1, .. x]), Batch([2, .. y]), Batch([3, .. z]));
                AssertSame(a.Merge(b), b.Merge(a));
                AssertSame(a.Merge(b).Merge(c), a.Merge(b.Merge(c)));
            }));

    [Fact]
    public void Merge_PartsOfABatch_IsTheBatch()
    {
        double[] all = [.. Enumerable.Range(0, 500).Select(i => Math.Sin(i) * 200)];
        var whole = Batch(all);
        var parts = Batch(all[..123]).Merge(Batch(all[123..124])).Merge(Batch(all[124..]));
        AssertSame(whole, parts);
    }

    [Fact]
    public void Merge_OtherGrid_IsRefusedWithTheColumn()
    {
        var other = Checks.Profile(_files.Write("o.csv", "n,c,t\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i * 0.2},k{i % 5},{i % 7}\n"))));
        var error = Assert.Throws<BadInputException>(() => _reference.Merge(other));
        Assert.Equal(ErrorCodes.FingerprintMismatch, error.Code);
        Assert.Contains("'n'", error.What, StringComparison.Ordinal);
    }

    private Fingerprint Batch(double[] values)
    {
        // Within 1e6: two doubles hold such sums exactly, so that order cannot show; sums over all magnitudes agree to about 30 digits.
        string rows = string.Concat(values.Select(value => $"{Math.Round(value % 1e6, 3):R},k{Math.Abs(Math.Round(value % 7)):F0},{(value > 5 ? "x" : "2")}\n"));
        return Checks.Count(_files.Write("b.csv", "n,c,t\n" + rows), _reference);
    }

    private static void AssertSame(Fingerprint a, Fingerprint b)
    {
        Assert.Equal((a.Rows, a.RaggedRows), (b.Rows, b.RaggedRows));
        foreach (var (x, y) in a.Columns.Zip(b.Columns))
        {
            Assert.Equal(x.Counts.AsSpan(), y.Counts.AsSpan());
            Assert.Equal((x.Missing, x.TypeErrors, x.OutOfRange, x.Unseen, x.TypeErrorExample), (y.Missing, y.TypeErrors, y.OutOfRange, y.Unseen, y.TypeErrorExample));
            Assert.Equal((x.Moments.Finite, x.Moments.Min, x.Moments.Max), (y.Moments.Finite, y.Moments.Min, y.Moments.Max));
            Assert.Equal(x.Moments.Sum.ToDouble(), y.Moments.Sum.ToDouble());
            Assert.Equal(x.Moments.SumOfSquares.ToDouble(), y.Moments.SumOfSquares.ToDouble());
            Assert.Equal(x.Distinct.Estimate(), y.Distinct.Estimate());
        }
    }
}
