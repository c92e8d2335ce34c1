using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Batches.Tests.Grids;

public sealed class RadixSortTests
{
    [Fact]
    public void Sort_AnyFiniteNumbers_AsTheFrameworkSorts() => Prop.ForAll<double[]>(numbers =>
    {
        double[] values = [.. numbers.Where(double.IsFinite), 0.0, -1e300, 1e300, double.Epsilon, -double.Epsilon];
        double[] expected = [.. values];
        Array.Sort(expected);
        RadixSort.Sort(values);
        return values.SequenceEqual(expected);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3)]
    [InlineData(50_000)]
    public void Sort_NumbersThatDifferInOneDigit_AreSorted(int count)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => 1 + (double)(i * 7919 % count))];
        double[] expected = [.. values];
        Array.Sort(expected);
        RadixSort.Sort(values);
        Assert.Equal(expected, values);
    }
}
