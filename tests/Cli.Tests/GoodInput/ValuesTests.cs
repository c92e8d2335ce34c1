using System.Globalization;
using System.Text;
using System.Text.Json;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.GoodInput;

/// <summary>Values that break careless code; none may end in NaN or in a wrong verdict.</summary>
public sealed class ValuesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("constant", "7")]
    [InlineData("missing", "")]
    [InlineData("missing", "NA")]
    [InlineData("infinite", "inf")]
    [InlineData("infinite", "-Infinity")]
    [InlineData("huge", "1e308")]
    [InlineData("tiny", "5e-324")]
    [InlineData("zero", "-0")]
    [InlineData("word", "same")]
    public void ColumnOfOneValue_OnBothSides_Passes(string name, string value)
    {
        string file = _folder.Write("same.csv", With(name, _ => value));
        ExpectFinite(ExitCode.Healthy, file, file);
    }

    [Theory]
    [InlineData("1e308", "-1e308")]
    [InlineData("inf", "1")]
    [InlineData("-inf", "inf")]
    [InlineData("0.1", "1e-300")]
    public void MixedWithOrdinaryValues_ComparesWithItself(string one, string other)
    {
        string file = _folder.Write("mixed.csv", With("mixed", row => row % 3 == 0 ? one : row % 3 == 1 ? other : row.ToString(CultureInfo.InvariantCulture)));
        ExpectFinite(ExitCode.Healthy, file, file);
    }

    [Theory]
    [InlineData("7", "8")]
    [InlineData("7", "")]
    [InlineData("1", "inf")]
    [InlineData("1", "1e308")]
    [InlineData("red", "blue")]
    public void ConstantThatChanged_IsDriftOfThatColumnAlone(string before, string after)
    {
        string reference = _folder.Write("before.csv", With("value", _ => before));
        string current = _folder.Write("after.csv", With("value", _ => after));
        string said = ExpectFinite(ExitCode.Drift, reference, current);
        Assert.Contains("1 of 4 features moved (worst: value)", said, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnThatWasAllMissing_AndHasValuesNow_DoesNotPoisonTheOthers()
    {
        string reference = _folder.Write("before.csv", With("value", _ => ""));
        string current = _folder.Write("after.csv", With("value", row => row.ToString(CultureInfo.InvariantCulture)));
        var run = CliRun.Of("check", reference, current, "--json", _folder["report.json"]);
        Assert.True(run.ExitCode is ExitCode.Healthy or ExitCode.Drift, run.All);
        Assert.DoesNotContain("NaN", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void FiveThousandColumns_AreCompared()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Enumerable.Range(0, 5000).Select(column => $"c{column}")).Append('\n');
        for (int row = 0; row < 20; row++) text.AppendJoin(',', Enumerable.Range(0, 5000).Select(column => (row * 31 + column) % 17)).Append('\n');
        string wide = _folder.Write("wide.csv", text.ToString());
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", wide, wide), "5,000 features compared", "identical");
    }

    /// <summary>Ends as expected, and neither the words nor the report hold a number that is none.</summary>
    private string ExpectFinite(int exitCode, string reference, string current)
    {
        var run = CliRun.Of("check", reference, current, "--all", "--json", _folder["report.json"], "--html", _folder["report.html"]);
        Expect.Ends(exitCode, run);
        Assert.DoesNotContain("NaN", run.Out, StringComparison.Ordinal);
        string json = File.ReadAllText(_folder["report.json"]);
        // JSON has no NaN and no infinity: a report that holds one does not parse, or holds it as a text.
        using var report = JsonDocument.Parse(json);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
        return run.Out;
    }

    private static string With(string name, Func<int, string> value)
    {
        string[] lines = Rows.Csv().TrimEnd('\n').Split('\n');
        return string.Join('\n', lines.Select((line, row) => row == 0 ? $"{line},{name}" : $"{line},{value(row)}"));
    }
}
