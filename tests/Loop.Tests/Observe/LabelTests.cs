using System.Text;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests.Observe;

public class LabelTests
{
    private static readonly DateTimeOffset s_monday = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void PredictionLog_ComesBack()
    {
        LoggedPrediction[] rows =
        [
            new("a", "yes", 0.75, s_monday),
            new("\u00fc\"\n", "no", null, s_monday.AddSeconds(-1)),
            new("", "yes", double.NegativeInfinity, null),
            new("d", "", 0, s_monday.AddYears(-100)),
            .. Enumerable.Range(0, 1000).Select(i => new LoggedPrediction($"r{i}", $"{i % 7}", i / 1000.0, s_monday.AddMilliseconds(i))),
        ];
        Assert.Equal(rows, Read(Written(rows)));
        Assert.Empty(Read(Written([])));
    }

    [Fact]
    public void PredictionLog_CutAnywhere_NeverGivesFewerRowsInSilence()
    {
        LoggedPrediction[] rows = [.. Enumerable.Range(0, 40).Select(i => new LoggedPrediction($"row-{i}", $"{i * i}", i, s_monday.AddHours(i)))];
        byte[] whole = Written(rows);
        int refused = 0;
        for (int length = 0; length < whole.Length; length++)
            if (Record.Exception(() => Assert.Equal(rows, Read(whole[..length]))) is { } error)
            {
                Assert.Equal(ErrorCodes.PredictionLogDamaged, Assert.IsType<BadInputException>(error).Code);
                refused++;
            }
        Assert.InRange(refused, whole.Length - 16, whole.Length);
    }

    [Fact]
    public void PredictionLog_Changed_IsRefusedOrWhole()
    {
        LoggedPrediction[] rows = [.. Enumerable.Range(0, 100).Select(i => new LoggedPrediction($"row-{i}", $"{i % 3}", i, s_monday))];
        byte[] whole = Written(rows);
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x55;
            var error = Record.Exception(() => Read(changed));
            if (error is not null) Assert.Equal(ErrorCodes.PredictionLogDamaged, Assert.IsType<BadInputException>(error).Code);
        }
    }

    [Fact]
    public void PredictionLog_OfABatch_TakesColumnsByRole()
    {
        var schema = new Schema(
            [new("key", ColumnType.Text, ColumnRole.Id), new("answer", ColumnType.Categorical, ColumnRole.Prediction), new("p", ColumnType.Numeric, ColumnRole.Score), new("at", ColumnType.Timestamp, ColumnRole.Time)],
            Schema.DefaultMissingTokens);
        using var batch = Input("x,answer,key,p,at\n1,yes,a,0.5,2026-01-05T12:00:00Z\n1,,b,0.5,\n1,no,,0.5,\n1,no,d,,\n");
        using var log = new MemoryStream();
        Assert.Equal(new PredictionLogCounts(2, 1, 1), PredictionLog.Write(batch, schema, log));
        Assert.Equal([new("a", "yes", 0.5, s_monday), new LoggedPrediction("d", "no", null, null)], Read(log.ToArray()));
    }

    [Fact]
    public void PredictionLog_OfABatchWithoutTheColumns_IsNone()
    {
        using var batch = Input("x,y\n1,2\n");
        using var log = new MemoryStream();
        Assert.Null(PredictionLog.Write(batch, new Schema([new("x", ColumnType.Numeric, ColumnRole.Feature)], []), log));
        Assert.Null(PredictionLog.Write(batch, new Schema([new("z", ColumnType.Text, ColumnRole.Id), new("y", ColumnType.Numeric, ColumnRole.Prediction)], []), log));
        Assert.Equal(0, log.Length);
    }

    [Fact]
    public void Labels_OfTheLatestFile_Win_AndConflictsAreCounted()
    {
        var table = new LabelTable();
        Add(table, "id,label\na,0\nb,1\nb,1.0\nc,\n", s_monday.AddDays(1));
        Add(table, "id,label\na,1\nz,1\n", s_monday.AddDays(3));
        var join = new LabelJoin(table);
        var rows = join.Join([new("a", "1", null, s_monday), new("b", "0", null, s_monday), new("x", "1", null, s_monday)]).ToList();
        Assert.Equal([("a", "1"), ("b", "1.0")], rows.Select(row => (row.Prediction.Id, row.Label)));
        Evidence.Same(
            new LabelCounts
            {
                Files = 2, Rows = 5, Incomplete = 1, Ids = 3, Repeated = 1, Conflicts = 1, Predictions = 3, Joined = 2, New = 0, Unknown = 1,
                LongestDelay = TimeSpan.FromDays(1), MeanDelay = TimeSpan.FromDays(1),
            },
            join.Counts);
    }

    [Fact]
    public void Labels_ThatComeDaysLater_JoinAndCountAsNew()
    {
        LoggedPrediction[] log = [new("a", "1", null, s_monday), new("b", "0", null, s_monday)];
        var table = new LabelTable();
        Add(table, "{\"id\":\"a\",\"label\":true}\n", s_monday.AddDays(1));
        Add(table, "{\"label\":0,\"id\":\"b\"}\n", s_monday.AddDays(9));
        var join = new LabelJoin(table);
        Assert.Equal(2, join.Join(log).Count());
        Assert.Equal((1, TimeSpan.FromDays(9), TimeSpan.FromDays(5)), (join.Counts.New, join.Counts.LongestDelay, join.Counts.MeanDelay));
    }

    [Theory]
    [InlineData(100, 100, 0, 0, Verdict.Pass)]
    [InlineData(100, 50, 5, 50, Verdict.Pass)]
    [InlineData(100, 50, 6, 50, Verdict.Fail)]
    [InlineData(100, 49, 0, 51, Verdict.Inconclusive)]
    [InlineData(100, 0, 0, 100, Verdict.Fail)]
    [InlineData(0, 0, 0, 0, Verdict.Error)]
    public void LabelPolicy_ByCounts(long ids, long joined, long conflicts, long unknown, Verdict expected)
    {
        var counts = new LabelCounts { Ids = ids, Joined = joined, Conflicts = conflicts, Unknown = unknown, Predictions = 200 };
        var verdict = LabelPolicy.Judge(counts, new LabelOptions());
        Assert.Equal(expected, verdict.Verdict);
        var back = Evidence.Back(verdict);
        Evidence.Same(verdict, LabelPolicy.Judge(back.Counts, back.Options));
    }

    [Fact]
    public void LabelColumns_ByRole_AndWhatAFileLacks()
    {
        var columns = LabelColumns.Of(new Schema([new("key", ColumnType.Text, ColumnRole.Id), new("y", ColumnType.Numeric, ColumnRole.Label)], []));
        Assert.Equal(new LabelColumns("key", "y"), columns);
        using var file = Input("key,z\n1,2\n");
        Assert.Equal("y", Assert.Single(columns!.MissingIn(file)));
        Assert.Null(LabelColumns.Of(new Schema([], [])));
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("True", "true", true)]
    [InlineData(" a", "a", true)]
    [InlineData("-0", "0", true)]
    [InlineData("a", "A", false)]
    [InlineData("1", "true", false)]
    public void LabelText_ThatMeansTheSame_IsTheSame(string a, string b, bool expected) => Assert.Equal(expected, LabelText.AreSame(a, b));

    private static void Add(LabelTable table, string text, DateTimeOffset at)
    {
        using var file = Input(text);
        table.Add(file, new LabelColumns("id", "label"), null, at);
    }

    private static byte[] Written(LoggedPrediction[] rows)
    {
        using var stream = new MemoryStream();
        Assert.Equal(rows.Length, PredictionLog.Write(rows, stream));
        return stream.ToArray();
    }

    private static List<LoggedPrediction> Read(byte[] bytes) => [.. PredictionLog.Read(new MemoryStream(bytes), "batch.hpl")];

    private static BatchInput Input(string text) => BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), "rows.txt");
}
