using System.Diagnostics;
using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Children;

public sealed class CrashTests
{
    [Fact]
    public async Task Deployment_ThatNeverComesUp_FailsWithTheEndOfItsLog()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = o.Timings with { CrashLoop = 2 } });
        await emulator.MakeEndpointAsync("credit");
        await TestModel.RegisterAsync(emulator, "blue", "dead=1");
        var accepted = await emulator.Wire.PutAsync("onlineEndpoints/credit/deployments/blue", Bodies.Deployment($"\"model\": \"{emulator.Server.WorkspaceId}/models/blue/versions/1\""));
        var end = await emulator.Wire.EndAsync(accepted);
        Assert.Equal("Failed", end.Text("status"));
        Assert.Equal("ResourceNotReady", end.Code);
        Assert.Contains("exit code 3", end.Message, StringComparison.Ordinal);
        Assert.Contains("This model is dead.", end.Message, StringComparison.Ordinal);
        Assert.Equal("Failed", (await emulator.Wire.GetAsync("onlineEndpoints/credit/deployments/blue")).Text("properties.provisioningState"));
        Assert.Contains("This model is dead.", (await emulator.Wire.PostAsync("onlineEndpoints/credit/deployments/blue/getLogs", """{ "tail": 5 }""")).Text("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deployment_ThatCrashesOnce_IsStartedAgain()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await ServeAsync(emulator, "answer=late");
        emulator.Server.Faults.Add(new Fault { Kind = FaultKind.Crash, Endpoint = "credit", Deployment = "blue" });
        await Wire.UntilAsync(() => scorer.ScoreAsync(), answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("Succeeded", (await emulator.Wire.GetAsync("onlineEndpoints/credit/deployments/blue")).Text("properties.provisioningState"));
    }

    [Fact]
    public async Task Deployment_ThatCrashesWithEveryRequest_IsFailedAndSaysWhy()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = o.Timings with { CrashLoop = 2 } });
        var scorer = await ServeAsync(emulator, "crash=1");
        Assert.Contains((await scorer.ScoreAsync()).Status, (HttpStatusCode[])[HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable]);
        var read = await Wire.UntilAsync(async () =>
        {
            await scorer.ScoreAsync();
            return await emulator.Wire.GetAsync("onlineEndpoints/credit/deployments/blue");
        }, read => read.Text("properties.provisioningState") == "Failed");
        Assert.Contains("exit code 4", read.Body!["properties"]!["properties"]!["emulator.remark"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await scorer.ScoreAsync()).Status);
    }

    [Fact]
    public async Task Restart_BringsDeploymentsUpAgain()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await ServeAsync(emulator, "answer=late");
        await emulator.RestartAsync();
        var answer = await Wire.UntilAsync(() => scorer.ScoreAsync(), answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("late", answer.Text("0.prediction"));
    }

    [Fact]
    public async Task Dispose_LeavesNoProcess()
    {
        if (!OperatingSystem.IsLinux()) return;
        string mark = $"mark-{Guid.NewGuid():N}";
        await using (var emulator = await RunningEmulator.StartAsync(o => o with { ServeCommand = $"{TestModel.Serve} --mark {mark}" }))
        {
            await ServeAsync(emulator, "answer=late");
            Assert.NotEmpty(With(mark));
        }
        Assert.Empty(With(mark));
    }

    [Theory]
    [InlineData("sleep 1000")]
    [InlineData("trap '' TERM; sleep 1000 & sleep 1000; sleep 1000")]
    public async Task Stop_EndsTheWholeGroup_ListeningOrNot(string line)
    {
        if (!OperatingSystem.IsLinux()) return;
        string mark = $"mark-{Guid.NewGuid():N}", folder = Directory.CreateTempSubdirectory("child").FullName;
        using var child = ChildProcess.Start(new ChildCommand($": {mark}; {line}", folder, Path.Combine(folder, "log.txt")) { Environment = new Dictionary<string, string> { ["MARK"] = mark } });
        await Wire.UntilAsync(() => Task.FromResult(With(mark)), found => found.Length > 0);
        await child.StopAsync(TimeProvider.System);
        await Wire.UntilAsync(() => Task.FromResult(With(mark)), found => found.Length == 0);
        Directory.Delete(folder, recursive: true);
    }

    // Ids of processes that have the text in their command line or their environment.
    private static int[] With(string mark) =>
        [.. Process.GetProcesses().Select(process => process.Id).Where(id => Read($"/proc/{id}/cmdline").Contains(mark, StringComparison.Ordinal) || Read($"/proc/{id}/environ").Contains(mark, StringComparison.Ordinal))];

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task<Scorer> ServeAsync(RunningEmulator emulator, string files)
    {
        await emulator.MakeEndpointAsync("credit");
        await TestModel.DeployAsync(emulator, "credit", "blue", files);
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }"""));
        return await Scorer.OfAsync(emulator, "credit");
    }
}
