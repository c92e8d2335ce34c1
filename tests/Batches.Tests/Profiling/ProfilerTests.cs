namespace Homeostat.Batches.Tests;

public sealed class ProfilerTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("1,2,3", ColumnType.Integer)]
    [InlineData("1.0,2.0,", ColumnType.Integer)]
    [InlineData("1,2.5,3", ColumnType.Numeric)]
    [InlineData("true,False,TRUE", ColumnType.Boolean)]
    [InlineData("0,1,1", ColumnType.Integer)]
    [InlineData("2024-01-01,2024-01-02,2024-01-03T10:00:00Z", ColumnType.Timestamp)]
    [InlineData("a,b,a", ColumnType.Categorical)]
    [InlineData("1,b,2", ColumnType.Categorical)]
    [InlineData(",,", ColumnType.Categorical)]
    [InlineData("NA,N/A,null", ColumnType.Categorical)]
    public void Profile_Values_GiveTheType(string values, ColumnType expected)
    {
        string rows = string.Concat(values.Split(',').Select(value => $"{value},x\n"));
        var column = Checks.Profile(_files.Write("r.csv", "v,other\n" + rows)).Column("v");
        Assert.Equal(expected, column.Schema.Type);
    }

    [Fact]
    public void Profile_OneBadValueInAThousand_IsATypeErrorNotAnotherType()
    {
        string rows = string.Concat(Enumerable.Range(0, 999).Select(i => $"{i}\n")) + "ERR\n";
        var column = Checks.Profile(_files.Write("r.csv", "v\n" + rows)).Column("v");
        Assert.Equal((ColumnType.Integer, 1L, "ERR"), (column.Schema.Type, column.TypeErrors, column.TypeErrorExample));
    }

    [Fact]
    public void Profile_TypeChangesWhereNoSampleLooks_IsInferredAgainOnAllRows()
    {
        // The first nine tenths are numbers; a sample of the file sees both, but must not decide by its first rows.
        string rows = string.Concat(Enumerable.Range(0, 90_000).Select(i => $"{i % 7}\n")) + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"x{i % 3}\n"));
        var column = Checks.Profile(_files.Write("r.csv", "v\n" + rows)).Column("v");
        Assert.Equal((ColumnType.Categorical, 0L, 100_000L), (column.Schema.Type, column.TypeErrors, column.Counts.Sum()));
    }

    [Fact]
    public void Profile_FewValuesButRareOnes_HasAnAtomForEach()
    {
        // 1,000 different values, 900 of them once in 200,000 rows: a sample misses most of those.
        var values = Enumerable.Range(0, 200_000).Select(i => i % 222 == 0 && i / 222 < 900 ? 1000 + i / 222 : i % 100);
        var column = Checks.Profile(_files.Write("r.csv", "v\n" + string.Concat(values.Select(value => $"{value}.5\n"))), workers: 2).Column("v");
        Assert.All(values.Distinct(), value => Assert.True(column.Grid!.IsAtom(column.Grid.CellOf(value + 0.5))));
        foreach (var value in values.GroupBy(value => value)) Assert.Equal(value.Count(), column.At(value.Key + 0.5));
        Assert.Equal(200_000, column.Counts.Sum());
    }

    [Fact]
    public void Profile_LongFile_CutsCellsNearTheQuantilesOfAllRows()
    {
        // Rising with the row, as prices do: a sample of the head would see a corner only.
        string rows = string.Concat(Enumerable.Range(0, 150_000).Select(i => $"{i * 0.37:F2},{i % 9}\n"));
        var column = Checks.Profile(_files.Write("r.csv", "v,w\n" + rows)).Column("v");
        Assert.InRange(column.Counts.Max() / 150_000.0, 1 / 1024.0, 4 / 1024.0);
        Assert.Equal(150_000, column.Counts.Sum());
    }

    [Fact]
    public void Profile_AnyNumberOfWorkers_CountsTheSame()
    {
        string rows = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{Math.Sin(i):R},c{i % 17},{(i % 50 == 0 ? "" : i % 5)}\n"));
        string path = _files.Write("r.csv", "a,b,c\n" + rows);
        var one = Checks.Profile(path, workers: 1);
        var four = Checks.Profile(path, workers: 4);
        foreach (var (a, b) in one.Columns.Zip(four.Columns))
        {
            Assert.Equal(a.Counts.AsSpan(), b.Counts.AsSpan());
            Assert.Equal((a.Missing, a.Moments.Sum.ToDouble(), a.Distinct.Estimate()), (b.Missing, b.Moments.Sum.ToDouble(), b.Distinct.Estimate()));
        }
    }

    [Fact]
    public void Profile_MoreValuesThanATableTakes_IsText()
    {
        string rows = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"name{i / 2}\n"));
        var column = Checks.Profile(_files.Write("r.csv", "v\n" + rows)).Column("v");
        Assert.Equal(ColumnType.Text, column.Schema.Type);
        Assert.InRange(column.Distinct.Estimate(), 18_000, 22_000);
    }

    [Fact]
    public void Profile_ManyCategories_NamesTheFrequentAndKnowsTheRest()
    {
        string rows = string.Concat(Enumerable.Range(0, 3000).Select(i => $"c{i}\n")) + string.Concat(Enumerable.Range(0, 500).Select(i => $"c{i}\n"));
        string path = _files.Write("r.csv", "v\n" + rows);
        // Unique texts would be read as free text; the schema says otherwise.
        var overrides = new SchemaOverrides { Columns = [new ColumnOverride("v", ColumnType.Categorical, null)] };
        var reference = Checks.Profile(path, overrides);
        var table = reference.Column("v").Categories!;
        Assert.Equal((1000, 2000, 2000L), (table.Values.Length, table.RemainderHashes.Length, reference.Column("v").Counts[^1]));
        Assert.Equal(2, reference.Column("v").At("c499"));
        var current = Checks.Count(_files.Write("c.csv", "v\nc2999\nc1\nnew\n"), reference).Column("v");
        Assert.Equal((1L, 1L, 1L), (current.Unseen, current.At("c1"), current.Counts[^1]));
    }

    [Theory]
    [InlineData("time", "2024-01-01,2024-01-02", ColumnRole.Time)]
    [InlineData("order_id", "1,2", ColumnRole.Id)]
    [InlineData("order_id", "7,7", ColumnRole.Feature)]
    [InlineData("price", "1,2", ColumnRole.Feature)]
    public void Profile_NameAndValues_GiveTheRole(string name, string values, ColumnRole expected)
    {
        string rows = string.Concat(values.Split(',').Select(value => $"{value},x\n"));
        Assert.Equal(expected, Checks.Profile(_files.Write("r.csv", $"{name},other\n{rows}")).Columns[0].Schema.Role);
    }

    [Fact]
    public void Profile_GzipFolderOrGlob_CountsAsThePlainFile()
    {
        string text = "v,w\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i * 0.25},k{i % 3}\n"));
        var plain = Checks.Profile(_files.Write("plain/a.csv", text));
        var gzip = Checks.Profile(_files.WriteGzip("a.csv.gz", text));
        Assert.Equal(plain.Column("v").Counts.AsSpan(), gzip.Column("v").Counts.AsSpan());
        _files.Write("plain/b.csv", text);
        _files.Write("plain/note.md", "no data");
        Assert.Equal(4000, Checks.Profile(Path.Combine(_files.Folder, "plain")).Rows);
        Assert.Equal(4000, Checks.Profile(Path.Combine(_files.Folder, "*", "*.csv")).Rows);
    }

    [Fact]
    public void Profile_SchemaOfAnUnknownColumn_IsRefusedWithTheNames()
    {
        string path = _files.Write("r.csv", "v,w\n1,2\n");
        var overrides = new SchemaOverrides { Columns = [new ColumnOverride("V", ColumnType.Numeric, null)] };
        var error = Assert.Throws<BadInputException>(() => Checks.Profile(path, overrides));
        Assert.Equal(ErrorCodes.SchemaInvalid, error.Code);
        Assert.Contains("v, w", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_MissingTokenThatIsANumber_IsMissing()
    {
        var overrides = new SchemaOverrides { MissingTokens = ["-999"] };
        var column = Checks.Profile(_files.Write("r.csv", "v,w\n1,a\n-999,b\n3,c\n"), overrides).Column("v");
        Assert.Equal((1L, 1.0, 3.0), (column.Missing, column.Moments.Min, column.Moments.Max));
    }
}
