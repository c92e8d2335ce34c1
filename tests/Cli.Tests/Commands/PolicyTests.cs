using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Commands;

public sealed class PolicyTests : IDisposable
{
    private const string Good = """{ "model": "flights", "endpoint": "flights-eu", "roles": { "late": "label", "answer": "prediction" } }""";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ValidFile_IsOneLine()
    {
        string file = _folder.Write("flights.json", Good);
        var run = CliRun.Of("policy", "validate", file);
        Expect.Ends(ExitCode.Healthy, run);
        Assert.Equal($"{file}: valid, model flights, endpoint flights-eu\n", run.Out);
    }

    [Fact]
    public void Warning_IsToldAndPasses()
    {
        var run = CliRun.Of("policy", "validate", _folder.Write("x.json", """{ "model": "m", "endpoint": "end" }"""));
        Expect.Ends(ExitCode.Healthy, run, "valid, model m, endpoint end, 1 warning\n", "  warning  /schema/columns gives no column the role label");
    }

    [Fact]
    public void EveryFile_IsLookedAt()
    {
        string good = _folder.Write("good.json", Good);
        string bad = _folder.Write("bad.json", """{ "model": "m", "endpoint": "end", "bake": { "tiem": 1 }, "gates": { "confidence": 2 } }""");
        var run = CliRun.Of("policy", "validate", bad, _folder["absent.json"], good);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains($"{good}: valid", run.Out, StringComparison.Ordinal);
        Assert.Contains($"error {ErrorCodes.PolicyInvalid}: {bad} has 2 errors, 1 warning\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("  error    /bake/tiem is not known, did you mean 'time'?\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("  error    /gates/confidence is 2, expected a number of at least 0.5 and below 1\n", run.Error, StringComparison.Ordinal);
        Assert.Contains($"error {ErrorCodes.FileMissing}: The policy file '{_folder["absent.json"]}' does not exist.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_FitsTheTerminal()
    {
        var run = CliRun.Of("policy", "explain", _folder.Write("flights.json", Good));
        Expect.Ends(ExitCode.Healthy, run, "What is watched\n  This policy keeps the model flights, which the endpoint flights-eu serves.", "5 %, 25 %, 50 % and 100 %");
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Explain_TellsWarnings()
    {
        var run = CliRun.Of("policy", "explain", _folder.Write("x.json", """{ "model": "m", "endpoint": "end" }"""));
        Expect.Ends(ExitCode.Healthy, run, "But note\n  /schema/columns gives no column the role label");
    }

    [Fact]
    public void Explain_RefusesWhatIsInvalid() =>
        Expect.Refused(CliRun.Of("policy", "explain", _folder.Write("x.json", "{ \"modle\": 1 }")), ErrorCodes.PolicyInvalid, "/modle is not known, did you mean 'model'?", "/model is missing");

    [Fact]
    public void ControlCharacters_DoNotReachTheTerminal()
    {
        var run = CliRun.Of("policy", "explain", _folder.Write("x.json", """{ "model": "m", "endpoint": "end", "description": "\u001b[31mred\u202e", "roles": { "\u001b]0;x": "label" } }"""));
        Expect.Ends(ExitCode.Healthy, run, "red");
        Assert.DoesNotContain('\e', run.Out);
        Assert.DoesNotContain('\u202e', run.Out);
    }

    [Fact]
    public void Check_TakesAWholePolicy()
    {
        string rows = _folder.Write("rows.csv", Rows.Csv());
        string policy = _folder.Write("policy.json", Good[..^1] + """, "judge": { "signals": { "psi": { "threshold": 0.3 } } } }""");
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", rows, rows, "--policy", policy));
        Expect.Refused(CliRun.Of("check", rows, rows, "--policy", _folder.Write("bad.json", """{ "rollout": { "strategy": "x" } }""")), ErrorCodes.PolicyInvalid, "/rollout/strategy");
    }

    [Theory]
    [InlineData("policy validate policies/*.json", "policy", "--help")]
    [InlineData("policy explain policies/flights.json", "policy", "validate", "--help")]
    [InlineData("0   done; for validate: every file is valid", "policy", "explain", "--help")]
    public void Help_TeachesWithExamples(string words, params string[] args) => Expect.Ends(ExitCode.Healthy, CliRun.Of(args), "Examples:", words, "Exit codes:");

    [Theory]
    [InlineData("'explian' is not a command.", "Did you mean 'explain'? See homeostat policy --help.", "policy", "explian")]
    [InlineData("FILE", "See homeostat policy explain --help.", "policy", "explain")]
    [InlineData("FILE", "See homeostat policy validate --help.", "policy", "validate")]
    [InlineData("", "See homeostat policy --help.", "policy")]
    public void Mistake_IsNamedWithTheWayOut(string what, string fix, params string[] args)
    {
        var run = CliRun.Of(args);
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Contains(what, run.Error, StringComparison.Ordinal);
        Assert.Contains(fix, run.Error, StringComparison.Ordinal);
    }
}
