namespace Homeostat.Batches.Tests.Profiling;

/// <summary>The first chunk of a file shows how its columns are read from then on: no value behind it may be lost, whatever it is.</summary>
public sealed class ReferenceSampleTests : IDisposable
{
    private const int Rows = 15_000;

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_ColumnsOfEveryKind_SeesEveryValue(int workers)
    {
        // amount, whole, level, answer, seen; late has no value before the middle and numbers and words after it.
        string path = _files.Write("rows.csv", "amount,whole,level,answer,seen,late\n" + string.Concat(Enumerable.Range(0, Rows).Select(Row)));
        using var input = BatchInput.Resolve(path);
        var sample = ReferenceSample.Read(new BatchText(input), new MissingTokens(Schema.DefaultMissingTokens), new CountOptions { Workers = workers }, everyRow: false);

        var (amount, whole, level, answer, seen, late) = (sample.Columns[0], sample.Columns[1], sample.Columns[2], sample.Columns[3], sample.Columns[4], sample.Columns[5]);
        Assert.All([amount, whole, level, answer, seen], column => Assert.Equal(Rows, column.Values));
        Assert.Equal((Rows, 0), (amount.Numbers, amount.Integers));
        Assert.Equal((Rows, Rows), (whole.Numbers, whole.Integers));
        Assert.Equal((0, 7), (level.Numbers, level.Different));
        Assert.Equal((Rows, 2), (answer.Booleans, answer.Different));
        Assert.Equal((Rows, Rows), (seen.Timestamps, seen.Kept.Length));
        Assert.Equal((Rows / 2, Rows / 4), (late.Values, late.Numbers));
    }

    private static string Row(int row)
    {
        string late = row < Rows / 2 ? "" : row % 2 == 0 ? "1.5" : "word";
        return $"{row}.25,{row},level {row % 7},{(row % 3 == 0 ? "true" : "false")},2026-01-{1 + row % 28:00}T00:00:00Z,{late}\n";
    }
}
