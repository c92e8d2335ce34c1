using System.Net;
using System.Net.Sockets;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Commands;

public sealed class EmulatorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--port", "65536", "65535")]
    [InlineData("--port", "x", "65535")]
    [InlineData("--seed", "-1", "--seed")]
    [InlineData("--tool", "=serve", "NAME=COMMAND")]
    [InlineData("--tool", "serve", "NAME=COMMAND")]
    public void Option_ThatIsWrong_IsToldBeforeAnythingIsMade(string option, string value, string says)
    {
        var run = CliRun.Of("emulator", "--state", _folder["state"], option, value);
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["state"]));
    }

    [Theory]
    [InlineData("--serve", "serve.py {model}", "{port}")]
    [InlineData("--tool", "a/b=serve", "a/b")]
    public void Setting_ThatCannotWork_IsRefused(string option, string value, string says)
    {
        var run = CliRun.Of("emulator", "--port", "0", "--state", _folder["state"], option, value);
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Port_ThatIsTaken_IsTold()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var run = CliRun.Of("emulator", "--state", _folder["state"], "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Contains("is taken", run.Error, StringComparison.Ordinal);
    }
}
