using System.Text;
using System.Text.Json;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;
    private readonly string _shifted;

    public CheckTests()
    {
        _good = _folder.Write("good.csv", Rows.Csv(rows: 4000));
        _shifted = _folder.Write("shifted.csv", Rows.Csv(seed: 2, shift: 5, rows: 4000));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Drift_IsATableAConclusionAndExitCodeOne()
    {
        var run = CliRun.Of("check", _good, _shifted);
        Expect.Ends(ExitCode.Drift, run, "what moved", "price", "numeric", "Fail", "2 features passed", "Drift: 1 of 3 features moved (worst: price). Exit code 1.");
        Assert.DoesNotContain("colour", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, Terminal.PipedWidth));
    }

    [Fact]
    public void All_ListsWhatPassedToo() => Expect.Ends(ExitCode.Drift, CliRun.Of("check", _good, _shifted, "--all"), "colour", "Pass");

    [Fact]
    public void Quiet_SaysNothing()
    {
        Expect.Ends(ExitCode.Drift, CliRun.Of("check", _good, _shifted, "--quiet"));
        Assert.Equal("", CliRun.Of("check", _good, _shifted, "-q").Out);
    }

    [Fact]
    public void JsonOnStandardOutput_IsAloneThere()
    {
        var run = CliRun.Of("check", _good, _shifted, "--json", "-");
        Assert.Equal(ExitCode.Drift, run.ExitCode);
        using var report = JsonDocument.Parse(run.Out);
        Assert.Contains("Drift: 1 of 3 features moved", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_AreBothWrittenAndNothingElse()
    {
        Expect.Ends(ExitCode.Drift, CliRun.Of("check", _good, _shifted, "--json", _folder["report.json"], "--html", _folder["report.html"]));
        Assert.Equal(["good.csv", "report.html", "report.json", "shifted.csv"], _folder.Files);
        using var report = JsonDocument.Parse(File.ReadAllText(_folder["report.json"]));
        Assert.StartsWith("<!doctype html>", File.ReadAllText(_folder["report.html"]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Report_ReplacesTheOneBefore()
    {
        string path = _folder.Write("report.json", new string('x', 1 << 20));
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", _good, _good, "--json", path));
        using var report = JsonDocument.Parse(File.ReadAllText(path));
    }

    [Fact]
    public void Report_ThroughALink_KeepsTheLink()
    {
        string path = _folder.Write("real.json", "old");
        File.CreateSymbolicLink(_folder["link.json"], path);
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", _good, _good, "--json", _folder["link.json"]));
        Assert.Equal(path, File.ResolveLinkTarget(_folder["link.json"], returnFinalTarget: true)?.FullName);
        Assert.NotEqual("old", File.ReadAllText(path));
    }

    [Fact]
    public void TooFewRows_AreInconclusiveAndExitCodeZero()
    {
        string few = _folder.Write("few.csv", Rows.Csv(seed: 3, shift: 1, rows: 8));
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", _good, few), "Inconclusive", "cannot be told from chance", "Exit code 0.");
    }

    [Fact]
    public void NothingToJudge_IsSaidWithExitCodeTwo()
    {
        string ids = _folder.Write("ids.csv", "id\n" + string.Join('\n', Enumerable.Range(0, 500)));
        var run = CliRun.Of("check", ids, ids);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("Nothing was judged", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_ChangesTheVerdict()
    {
        string policy = _folder.Write("policy.json", """
            { // price moves with the season
              "judge": { "signals": { "psi": { "threshold": null }, "jensenShannon": { "threshold": 0.9 }, "wasserstein": { "threshold": 50 } }, },
            }
            """);
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", _good, _shifted, "--policy", policy), "none of 3 features moved");
    }

    [Fact]
    public void Schema_ChangesTypesAndRoles()
    {
        string schema = _folder.Write("schema.json", """{ "columns": { "price": { "role": "ignored" }, "count": { "type": "categorical" } } }""");
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", _good, _shifted, "--schema", schema, "--all"), "count    categorical", "price (is ignored by the schema)");
    }

    [Fact]
    public void Workers_DoNotChangeTheReport()
    {
        string many = Rows.Csv(seed: 4, shift: 0.3, rows: 60_000);
        string file = _folder.Write("many.csv", many);
        string[] words = [.. new[] { "1", "2", "7" }.Select(workers => CliRun.Of("check", _good, file, "--all", "--workers", workers).Out)];
        Assert.Single(words.Distinct());
    }

    [Fact]
    public void Cancelled_EndsLikeAnInterruptedCommandAndLeavesNothing()
    {
        var before = _folder.Files;
        var terminal = new Terminal { Out = new StringWriter(), Error = new StringWriter(), Cancellation = new CancellationToken(canceled: true) };
        Assert.Equal(ExitCode.Stopped, App.Run(["check", _good, _shifted, "--json", _folder["report.json"]], terminal));
        Assert.Equal(before, _folder.Files);
    }

    [Fact]
    public void Names_ThatCouldSteerATerminal_AreMadeHarmless()
    {
        string evil = _folder.Write("evil.csv", Encoding.UTF8.GetBytes(Rows.Csv().Replace("price", "pri\u001b[31mce", StringComparison.Ordinal)));
        Assert.DoesNotContain('\u001b', CliRun.Of("check", evil, evil, "--all").Out);
    }
}
