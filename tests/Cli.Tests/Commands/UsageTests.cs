using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("'chekc' is not a command.", "Did you mean 'check'?", "chekc", "a", "b")]
    [InlineData("'--jsn' is not an option.", "Did you mean '--json'?", "check", "a", "b", "--jsn", "x")]
    [InlineData("'--ouptut' is not an option.", "Did you mean '--output'?", "profile", "a", "--ouptut", "x")]
    [InlineData("'c' is not expected here.", "See homeostat check --help.", "check", "a", "b", "c")]
    [InlineData("'deploy' is not a command.", "See homeostat --help.", "deploy")]
    [InlineData("Both sides are standard input", "See homeostat check --help.", "check", "-", "-")]
    [InlineData("--json and --html both name 'x'", "See homeostat check --help.", "check", "a", "b", "--json", "x", "--html", "x")]
    [InlineData("--html needs a file", "See homeostat check --help.", "check", "a", "b", "--html", "-")]
    [InlineData("--workers is '0', expected a number from 1 to 1024.", "See homeostat check --help.", "check", "a", "b", "--workers", "0")]
    [InlineData("--workers is 'many', expected a number from 1 to 1024.", "See homeostat check --help.", "check", "a", "b", "--workers", "many")]
    [InlineData("Required argument missing for option: '--json'", "See homeostat check --help.", "check", "a", "b", "--json")]
    [InlineData("Required argument missing for option: '--html'", "See homeostat check --help.", "check", "a", "b", "--html")]
    [InlineData("Required argument missing for option: '--workers'", "See homeostat check --help.", "check", "a", "b", "--workers")]
    [InlineData("Required argument missing for option: '--output'", "See homeostat profile --help.", "profile", "a", "--output")]
    [InlineData("CURRENT", "See homeostat check --help.", "check", "a")]
    [InlineData("--policy", "See homeostat check --help.", "check", "a", "b", "--policy")]
    public void Mistake_IsNamedWithTheWayOut(string what, string fix, params string[] args)
    {
        var run = CliRun.Of(args);
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Equal("", run.Out);
        Assert.Contains(what, run.Error, StringComparison.Ordinal);
        Assert.Contains(fix, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Examples:", "homeostat check january.csv june.csv", "Exit codes:", "--help")]
    [InlineData("Examples:", "--html report.html", "jensenShannon", "Exit codes:", "check", "--help")]
    [InlineData("Examples:", "january.csv.hfp", "Exit codes:", "--output", "profile", "--help")]
    [InlineData("check", "profile", "--version", "Exit codes:")]
    public void Help_TeachesWithExamples(string first, string second, string third, params string[] args)
    {
        var run = CliRun.Of(args.Where(arg => arg is "check" or "profile" or "--help").ToArray());
        Expect.Ends(ExitCode.Healthy, run, first, second, third);
    }

    // A lone command is read without the whole tree: help must be found wherever it is asked for.
    [Theory]
    [InlineData("check", "a", "b", "--help")]
    [InlineData("check", "a", "b", "-h")]
    [InlineData("check", "a", "b", "-?")]
    [InlineData("check", "a", "b", "-qh")]
    [InlineData("profile", "-h", "a")]
    public void Help_AmongOtherArguments_IsShown(params string[] args)
    {
        var run = CliRun.Of(args);
        Expect.Ends(ExitCode.Healthy, run, "Usage:", "Examples:");
    }

    [Fact]
    public void Version_IsOneLine()
    {
        var run = CliRun.Of("--version");
        Expect.Ends(ExitCode.Healthy, run);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", run.Out);
    }

    [Fact]
    public void UnexpectedException_IsExitCodeSeventyInOneSentenceAndTheStackOnRequest()
    {
        string[] args = ["profile", "-"];
        var run = Broken(args);
        Assert.Equal(ExitCode.Bug, run.ExitCode);
        Assert.Contains("Homeostat has a bug: NotSupportedException", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", run.Error, StringComparison.Ordinal);
        Assert.Contains(" at Homeostat", Broken([.. args, "--verbose"]).Error, StringComparison.Ordinal);
    }

    private static CliRun Broken(string[] args)
    {
        using var folder = new TestFolder();
        return CliRun.With(new BrokenStream(), [.. args, "--output", folder["x.hfp"]]);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new NotSupportedException("broken on purpose");
    }
}
