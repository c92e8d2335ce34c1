using System.Globalization;

namespace Homeostat.Batches.Tests.Counting;

/// <summary>Numbers are read in pairs, a few rows at once, and held: no way of writing them and no number of rows may lose one.</summary>
public sealed class NumberLanesTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(4_095)]
    [InlineData(4_097)]
    [InlineData(20_001)]
    public void Count_NumbersWrittenInEveryWay_AreAllCounted(int rows)
    {
        string reference = _files.Write("reference.csv", "x,t\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i}.5,2026-01-01\n")));
        string[] texts = [.. Enumerable.Range(0, rows).Select(Text)];
        string current = _files.Write("current.csv", "x,t\n" + string.Concat(texts.Select(text => $"{text},2026-01-02T00:00:01Z\n")));
        var counted = Checks.Count(current, Checks.Profile(reference));
        var (numbers, times) = (counted.Columns[0], counted.Columns[1]);

        double[] expected = [.. texts.Where(text => text is not ("" or "oops")).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(texts.Count(text => text.Length == 0), numbers.Missing);
        Assert.Equal(texts.Count(text => text == "oops"), numbers.TypeErrors);
        Assert.Equal(expected.Length, numbers.Moments.Finite);
        Assert.Equal(expected.Length, numbers.Counts.Sum());
        Assert.Equal(expected.Sum(), numbers.Moments.Sum.Hi, Math.Abs(expected.Sum()) * 1e-12);
        Assert.Equal(rows, times.Moments.Finite);
        Assert.Equal(times.Moments.Min, times.Moments.Max);
    }

    // Runs of one way, as columns have them, then all ways mixed, with missing values and text at odd and even places.
    private static string Text(int row)
    {
        double number = 1 + 400 * Math.Abs(Math.Sin(row));
        return (row < 3_000 ? row / 100 % 5 : row * 7 % 11) switch
        {
            0 => number.ToString("F2", CultureInfo.InvariantCulture),
            1 => number.ToString("F15", CultureInfo.InvariantCulture),
            2 => number.ToString("0.000000e+00", CultureInfo.InvariantCulture),
            3 => row % 7 == 0 ? "" : row % 13 == 0 ? "oops" : ((int)number).ToString(CultureInfo.InvariantCulture),
            4 => "+" + number.ToString("R", CultureInfo.InvariantCulture),
            5 => " " + number.ToString("F1", CultureInfo.InvariantCulture),
            6 => "1e2",
            7 => "",
            8 => "oops",
            9 => number.ToString("F19", CultureInfo.InvariantCulture),
            _ => ((int)number).ToString(CultureInfo.InvariantCulture),
        };
    }
}
