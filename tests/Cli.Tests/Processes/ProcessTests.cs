using System.Diagnostics;
using System.Text.Json;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Processes;

/// <summary>The command as a process of its own: streams, exit codes, the environment.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;
    private readonly string _shifted;

    public ProcessTests()
    {
        _good = _folder.Write("good.csv", Rows.Csv(rows: 4000));
        _shifted = _folder.Write("shifted.csv", Rows.Csv(seed: 2, shift: 5, rows: 4000));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Drift_IsExitCodeOneInPlainText()
    {
        var run = Start(standardInput: null, "check", _good, _shifted);
        Expect.Ends(ExitCode.Drift, run, "Drift: 1 of 3 features moved (worst: price). Exit code 1.");
        Assert.DoesNotContain('\e', run.Out);
    }

    [Fact]
    public void BadInput_IsExitCodeTwoOnStandardError() =>
        Expect.Refused(Start(standardInput: null, "check", _good, _folder["nobody.csv"]), Batches.ErrorCodes.FileMissing, "nobody.csv");

    [Fact]
    public void StandardInput_IsRead() => Expect.Ends(ExitCode.Healthy, Start(File.ReadAllText(_good), "check", _good, "-"), "identical");

    [Fact]
    public void JsonOnStandardOutput_IsAloneThere()
    {
        using var report = JsonDocument.Parse(Start(standardInput: null, "check", _good, _shifted, "--json", "-").Out);
    }

    [Fact]
    public void Profile_WritesIntoTheCurrentFolder()
    {
        Expect.Ends(ExitCode.Healthy, Start(standardInput: null, "profile", "good.csv"), "good.csv.hfp");
        Assert.Equal(["good.csv", "good.csv.hfp", "shifted.csv"], _folder.Files);
        Expect.Ends(ExitCode.Drift, Start(standardInput: null, "check", "good.csv.hfp", "shifted.csv"));
    }

    private CliRun Start(string? standardInput, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(App).Assembly.Location, .. args])
        {
            WorkingDirectory = _folder[""],
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(standardInput);
        process.StandardInput.Close();
        string words = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, words, error.Result);
    }
}
