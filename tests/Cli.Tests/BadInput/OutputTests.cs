using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.BadInput;

public sealed class OutputTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;

    public OutputTests() => _good = _folder.Write("good.csv", Rows.Csv());

    public void Dispose() => _folder.Dispose();

    // Below a file there is no folder, whoever asks: the rights of a test run do not matter.
    [Theory]
    [InlineData("--json", "good.csv/report.json")]
    [InlineData("--html", "good.csv/report.html")]
    [InlineData("--json", "nowhere/report.json")]
    [InlineData("--html", "")]
    public void UnwritableReport_IsRefusedBeforeCounting(string option, string file)
    {
        // The batch does not exist, and still the report's place is what is complained of: it is looked at first.
        string target = _folder[file];
        Expect.Refused(CliRun.Of("check", _good, _folder["nobody.csv"], option, target), ErrorCodes.NoAccess, target.TrimEnd('/'));
        Assert.Equal(["good.csv"], _folder.Files);
    }

    [Fact]
    public void OneUnwritableReport_LeavesNeither()
    {
        var run = CliRun.Of("check", _good, _good, "--html", _folder["report.html"], "--json", _folder["good.csv/report.json"]);
        Expect.Refused(run, ErrorCodes.NoAccess, "report.json");
        Assert.Equal(["good.csv"], _folder.Files);
    }

    [Fact]
    public void UnwritableFingerprint_IsRefused()
    {
        Expect.Refused(CliRun.Of("profile", _good, "--output", _folder["good.csv/x.hfp"]), ErrorCodes.NoAccess, "x.hfp");
        Assert.Equal(["good.csv"], _folder.Files);
    }

    [Theory]
    [InlineData("check", "--json")]
    [InlineData("check", "--html")]
    [InlineData("profile", "--output")]
    public void OutputThatIsAnInput_IsRefused(string command, string option)
    {
        string[] inputs = command == "check" ? [_good, _good] : [_good];
        var run = CliRun.Of([command, .. inputs, option, _good]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("would overwrite", run.Error, StringComparison.Ordinal);
        Assert.Equal(Rows.Csv(), File.ReadAllText(_good));
    }
}
