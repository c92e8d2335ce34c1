using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Scoring;

public sealed class ModelTests
{
    [Fact]
    public async Task Score_PassesOnWhatTheModelSays()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await ServeAsync(emulator, "answer=late");
        var answer = await scorer.ScoreAsync("""[{"age":24},{"age":60}]""");
        Assert.Equal("late", answer.Text("1.prediction"));
        Assert.Equal("blue", answer.Headers["azureml-model-deployment"]);
    }

    [Fact]
    public async Task Score_AModelThatRefuses_Is424WithItsOwnStatus()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await ServeAsync(emulator, "answer=late");
        var answer = await scorer.ScoreAsync("{}");
        Assert.Equal(HttpStatusCode.FailedDependency, answer.Status);
        Assert.Equal("422", answer.Headers["ms-azureml-model-error-statuscode"]);
    }

    [Fact]
    public async Task Score_AModelThatIsSlow_Is408()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await ServeAsync(emulator, "slow=1", """ "requestSettings": { "requestTimeout": "PT0.05S" } """);
        Assert.Equal(HttpStatusCode.RequestTimeout, (await scorer.ScoreAsync()).Status);
    }

    [Fact]
    public async Task Score_MoreThanTheModelTakes_Is429()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await ServeAsync(emulator, "slow=1", """ "requestSettings": { "requestTimeout": "PT3S", "maxConcurrentRequestsPerInstance": 1 } """);
        Task<WireAnswer>[] pending = [.. Enumerable.Range(0, 3).Select(_ => scorer.ScoreAsync())];
        var first = await await Task.WhenAny(pending);
        Assert.Equal(HttpStatusCode.TooManyRequests, first.Status);
        Assert.Equal(2, (await Task.WhenAll(pending)).Count(answer => answer.Status == HttpStatusCode.RequestTimeout));
    }

    [Fact]
    public async Task Deployment_UpdatedToAnotherModel_AnswersAllTheTime()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await ServeAsync(emulator, "answer=old");
        await TestModel.RegisterAsync(emulator, "next", "answer=new");
        var accepted = await emulator.Wire.PutAsync("onlineEndpoints/credit/deployments/blue", Bodies.Deployment($"\"model\": \"{emulator.Server.WorkspaceId}/models/next/versions/1\""));
        Assert.Equal("Updating", accepted.Text("properties.provisioningState"));
        var seen = new List<string>();
        await Wire.UntilAsync(async () =>
        {
            var answer = await scorer.ScoreAsync();
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            seen.Add(answer.Text("0.prediction")!);
            return answer;
        }, answer => answer.Text("0.prediction") == "new");
        Assert.Equal("old", seen[0]);
    }

    [Fact]
    public async Task Mirror_SendsCopies_ThatNobodyHearsOf()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue", "green");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }""", """{ "green": 50 }"""));
        emulator.Server.Faults.Add(new Fault { Kind = FaultKind.Error, Deployment = "green" });
        var scorer = await Scorer.OfAsync(emulator, "credit");
        Assert.All(await scorer.WhoAsync(100), who => Assert.Equal("blue", who));
        // The fault counts how often green was asked: binomial(100, 0.5), six standard deviations.
        var hits = await Wire.UntilAsync(() => Task.FromResult(emulator.Server.Faults.List().Single().Hits), hits => hits >= 20);
        Assert.InRange(hits, 20, 80);
    }

    private static async Task<Scorer> ServeAsync(RunningEmulator emulator, string files, string more = "")
    {
        await emulator.MakeEndpointAsync("credit");
        await TestModel.DeployAsync(emulator, "credit", "blue", files, more);
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }"""));
        return await Scorer.OfAsync(emulator, "credit");
    }
}
