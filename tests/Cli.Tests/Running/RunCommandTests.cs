using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Running;

public sealed partial class RunCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("Page and API +(?<url>http://[0-9.:]+)")]
    private static partial Regex Address { get; }

    [Fact]
    public async Task Run_SaysWhatRunsWhere_ThenWhatHappens_AndStopsTidily()
    {
        _folder.Write("host/policies/flights.json", """{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" } }""");
        _folder.Write("host/policies/broken.json", """{ "model": "broken", "roles": 7 }""");
        string said = await RunUntilAsync("flights: Policy");
        Assert.Contains("shown once", said, StringComparison.Ordinal);
        Assert.Contains("emulated at https://127.0.0.1:", said, StringComparison.Ordinal);
        Assert.Contains("broken.json' has", said, StringComparison.Ordinal);
        Assert.EndsWith("goes on where it was.\n", said, StringComparison.Ordinal);

        string again = await RunUntilAsync("Ctrl+C");
        Assert.DoesNotContain("shown once", again, StringComparison.Ordinal);
        Assert.DoesNotContain("flights: Policy", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ThatHasAHost_IsRefused()
    {
        await RunUntilAsync("Ctrl+C", _ => Refused(CliRun.Of("run", "--state", _folder["host"], "--url", "http://127.0.0.1:0"), "runs on"));
    }

    [Fact]
    public void Port_ThatIsTaken_IsRefused()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";
        Refused(CliRun.Of("run", "--state", _folder["host"], "--url", $"http://127.0.0.1:{port}"), "HS2201");
        Refused(CliRun.Of("run", "--state", _folder["host"], "--url", "http://127.0.0.1:0", "--emulator-port", port), "is taken");
    }

    [Fact]
    public void Folder_ThatIsAFile_IsRefused() => Refused(CliRun.Of("run", "--state", _folder.Write("file", "x"), "--url", "http://127.0.0.1:0"), "HS1020");

    [Theory]
    [InlineData("--url", "--url", "127.0.0.1:7071")]
    [InlineData("--url", "--url", "https://127.0.0.1:7071")]
    [InlineData("--emulator-port", "--emulator-port", "65536")]
    [InlineData("--subscription and --resource-group are not there", "--workspace", "ws")]
    [InlineData("--data-root is for a workspace", "--data-root", "azureml://datastores/x/paths/")]
    [InlineData("--serve is for the emulator", "--serve", "x {port}", "--workspace", "ws", "--resource-group", "rg", "--subscription", "s")]
    public void Option_ThatIsWrong_IsToldBeforeAnythingIsMade(string says, params string[] args)
    {
        Refused(CliRun.Of(["run", "--state", _folder["host"], .. args]), says);
        Assert.False(Directory.Exists(_folder["host"]));
    }

    [Fact]
    public void Workspace_ThatIsNoWorkspace_IsRefused() =>
        Refused(CliRun.Of("run", "--state", _folder["host"], "--url", "http://127.0.0.1:0", "--workspace", "ws", "--resource-group", "rg", "--subscription", "no-guid"), "HS3108");

    [Fact]
    public void Host_ThatIsNotThere_IsExitCodeThree()
    {
        foreach (string[] args in new string[][] { ["status"], ["pause", "flights", "--reason", "x", "--key", "any-key-will-do-here"] })
        {
            var run = CliRun.Of([.. args, "--url", "http://127.0.0.1:1"]);
            Assert.True(run.ExitCode == ExitCode.Unreachable, run.All);
            Assert.Equal(3, run.Error.TrimEnd('\n').Split('\n').Length);
        }
    }

    [Fact]
    public void Acting_WithoutAKey_IsRefusedBeforeAnythingIsAsked() =>
        Refused(CliRun.Of("resume", "flights", "--state", _folder["nowhere"], "--url", "http://127.0.0.1:1"), "no key");

    [Theory]
    [InlineData("'--reason' is required", "rollback", "flights")]
    [InlineData("needs --reason", "approve", "flights", "1-cost", "--refuse")]
    [InlineData("--url is 'host'", "status", "--url", "host")]
    public void CommandLine_ThatIsIncomplete_IsTold(string says, params string[] args) => Refused(CliRun.Of(args), says);

    private static void Refused(CliRun run, string says)
    {
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    /// <summary>Runs the command until it has said something, stops it as Ctrl+C does, and gives what it said.</summary>
    private async Task<string> RunUntilAsync(string words, Action<Uri>? then = null)
    {
        using var stop = new CancellationTokenSource();
        var heard = new Heard();
        var error = new StringWriter();
        var running = Task.Run(() => App.Run(["run", "--state", _folder["host"], "--url", "http://127.0.0.1:0"], new Terminal { Out = heard, Error = error, Cancellation = stop.Token }));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!heard.Text.Contains(words, StringComparison.Ordinal) && !running.IsCompleted && !patience.IsCancellationRequested) await Task.Delay(20, CancellationToken.None);
        try
        {
            Assert.Contains(words, heard.Text + error, StringComparison.Ordinal);
            then?.Invoke(new Uri(Address.Match(heard.Text).Groups["url"].Value));
        }
        finally
        {
            await stop.CancelAsync();
            Assert.Equal(ExitCode.Healthy, await running);
        }
        return heard.Text;
    }

    /// <summary>A writer that may be read while others write.</summary>
    private sealed class Heard : StringWriter
    {
        private readonly Lock _lock = new();

        internal string Text
        {
            get
            {
                lock (_lock) return ToString();
            }
        }

        public override void WriteLine(string? value)
        {
            lock (_lock) base.WriteLine(value);
        }
    }
}
