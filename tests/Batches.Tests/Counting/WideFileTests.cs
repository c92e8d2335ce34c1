using System.Globalization;
using Homeostat.Batches.Tests.Fingerprints;

namespace Homeostat.Batches.Tests.Counting;

/// <summary>In a wide file a chunk has few rows, and numbers are held until there are enough of them: the counts must not differ.</summary>
public sealed class WideFileTests : IDisposable
{
    private const int Rows = 1_000;
    private const int Repeats = 120;

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ProfileAndCount_ColumnsRepeatedManyTimes_AreAsInANarrowFile(int workers)
    {
        string narrow = Write("narrow.csv", repeats: 1), wide = Write("wide.csv", Repeats);
        var expected = Checks.Profile(narrow);
        var actual = Checks.Profile(wide, workers: workers);
        FingerprintAssert.Same(expected, FirstColumns(actual, expected));
        var counted = Checks.Count(wide, actual, workers);
        FingerprintAssert.Same(Checks.Count(narrow, expected), FirstColumns(counted, expected));
        Assert.All(counted.Columns, (column, i) => Assert.Equal(counted.Columns[i % 4].Counts.ToArray(), column.Counts.ToArray()));
    }

    private string Write(string name, int repeats)
    {
        var lines = Enumerable.Range(0, Rows).Select(i => string.Join(',', Enumerable.Repeat(Row(i), repeats)));
        var header = string.Join(',', Enumerable.Range(0, repeats).Select(i => $"n{i},k{i},c{i},d{i}"));
        return _files.Write(name, $"{header}\n{string.Join('\n', lines)}\n");
    }

    /// <summary>A number with bad and missing ones among them, an integer, a category, a number with two decimals.</summary>
    private static string Row(int i)
    {
        string number = i % 211 == 0 ? "oops" : i % 31 == 0 ? "" : Math.Sin(i).ToString("R", CultureInfo.InvariantCulture);
        return $"{number},{i * i % 1013},{(i % 41 == 0 ? "NA" : "c" + i % 17)},{i % 700 * 0.01:F2}";
    }

    private static Fingerprint FirstColumns(Fingerprint wide, Fingerprint narrow) => wide with
    {
        Schema = narrow.Schema,
        Columns = [.. wide.Columns.Take(narrow.Columns.Length).Select((column, i) => WithMoments(column, narrow.Columns[i].Moments))],
    };

    /// <summary>Sums that were added up in another order differ in their last bits of a double-double: beyond what a double shows.</summary>
    private static ColumnFingerprint WithMoments(ColumnFingerprint column, Moments moments)
    {
        Assert.Equal((moments.Finite, moments.Infinite, moments.Min, moments.Max), (column.Moments.Finite, column.Moments.Infinite, column.Moments.Min, column.Moments.Max));
        Assert.Equal(moments.Sum.Hi, column.Moments.Sum.Hi, Math.Abs(moments.Sum.Hi) * 1e-15);
        Assert.Equal(moments.SumOfSquares.Hi, column.Moments.SumOfSquares.Hi, moments.SumOfSquares.Hi * 1e-15);
        return column with { Moments = moments };
    }
}
