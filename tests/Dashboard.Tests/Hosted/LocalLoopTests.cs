using System.Net;
using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Hosted;

/// <summary>Rollbacks by hand over HTTP, through Kestrel and the embedded engine.</summary>
public sealed class LocalLoopTests
{
    private static object ToGreen => new { by = "ada", reason = "complaints", to = "deployment", target = "green" };

    private static object Back => new { by = "ada", reason = "worse" };

    [Fact]
    public async Task RollBack_ThereAndBackAgain()
    {
        await using var loop = await LocalLoop.OpenAsync();
        var (status, there) = await loop.Post("rollback", ToGreen);
        Assert.Equal((200, "rolledBack"), (status, there.GetProperty("outcome").GetString()));
        Assert.Equal("green 100 %", loop.Endpoint.Traffic.ToString());
        (status, var back) = await loop.Post("rollback", Back);
        Assert.Equal((200, "{\"blue\":100}"), (status, back.GetProperty("traffic").ToString()));
        // "trouble" tells that these versions have no fingerprint, which is no matter here.
        var journal = (await loop.Get("/api/models/flights/journal?evidence=false")).GetProperty("records").EnumerateArray().Where(record => record.GetProperty("kind").GetString() != "trouble");
        Assert.Equal(["traffic-shifted", "rolled-back", "traffic-shifted", "rolled-back"], journal.Select(record => record.GetProperty("kind").GetString()));
        Assert.Equal("blue", (await loop.Get("/api/models/flights")).GetProperty("champion").GetProperty("deployment").GetString());
        Assert.Contains("homeostat_rollbacks_total{model=\"flights\"} 2\n", await loop.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingToGoBackTo_IsAConflict()
    {
        await using var loop = await LocalLoop.OpenAsync();
        var (status, problem) = await loop.Post("rollback", Back);
        Assert.Equal((409, "HS3004"), (status, problem.GetProperty("code").GetString()));
        Assert.Empty(loop.Endpoint.Writes);
    }

    [Fact]
    public async Task TwoPeopleAtOnce_EndAtTheSameChampion()
    {
        await using var loop = await LocalLoop.OpenAsync();
        await loop.Post("rollback", ToGreen);
        var answers = await Task.WhenAll(loop.Post("rollback", Back), loop.Post("rollback", new { by = "bob", reason = "errors" }));
        Assert.Equal("blue 100 %", loop.Endpoint.Traffic.ToString());
        Assert.Contains(answers, answer => answer.Status == 200);
        Assert.All(answers, answer => Assert.True(answer.Status == 200 || answer.Body.GetProperty("code").GetString() == "HS3009", answer.Body.ToString()));
    }

    [Fact]
    public async Task ControllerDead_ItIsDoneDirectly_AndTheNextControllerAdoptsIt()
    {
        await using var loop = await LocalLoop.OpenAsync();
        await loop.Post("rollback", ToGreen);
        await loop.Engine.TerminateAsync(ControllerOrchestrator.InstanceOf("flights"), "test", default);
        var (status, answer) = await loop.Post("rollback", Back);
        Assert.Equal((200, "rolledBackDirectly"), (status, answer.GetProperty("outcome").GetString()));
        Assert.Equal("blue 100 %", loop.Endpoint.Traffic.ToString());
        Assert.Equal("terminated", (await loop.Get("/api/models/flights")).GetProperty("controller").GetProperty("status").GetString());
        await loop.StartController();
        await loop.Engine.RaiseEventAsync(ControllerOrchestrator.InstanceOf("flights"), ControllerSignal.EventName, new ControllerSignal(SignalKind.CheckTraffic, DateTimeOffset.UnixEpoch, "schedule", "it is time"), default);
        await loop.Engine.WhenIdleAsync();
        Assert.Equal("blue", (await loop.Get("/api/models/flights")).GetProperty("champion").GetProperty("deployment").GetString());
        Assert.Equal("blue 100 %", loop.Endpoint.Traffic.ToString());
    }

    [Fact]
    public async Task EngineStopped_ARollbackStillWorks_AndOthersSayWhy()
    {
        await using var loop = await LocalLoop.OpenAsync();
        await loop.Post("rollback", ToGreen);
        await loop.Engine.DisposeAsync();
        var (status, problem) = await loop.Post("pause", new { by = "ada", reason = "holidays" });
        Assert.Equal((503, "HS3007"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal("rolledBackDirectly", (await loop.Post("rollback", Back)).Body.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task PauseAndResume_AreTold()
    {
        await using var loop = await LocalLoop.OpenAsync();
        Assert.Equal("paused", (await loop.Post("pause", Back)).Body.GetProperty("outcome").GetString());
        Assert.True((await loop.Get("/api/models/flights")).GetProperty("paused").GetBoolean());
        Assert.Equal("nothingToDo", (await loop.Post("pause", Back)).Body.GetProperty("outcome").GetString());
        Assert.Equal("resumed", (await loop.Post("resume", new { by = "ada" })).Body.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/modles", 404, "HS2203")]
    [InlineData("DELETE", "/api/models", 405, "HS2203")]
    [InlineData("GET", "/api/models/flights/rollback", 405, "HS2203")]
    [InlineData("GET", "/api/models/..%2Fflights", 404, "HS3001")]
    public async Task Address_ThatIsNone_IsAProblem(string method, string path, int status, string code)
    {
        await using var loop = await LocalLoop.OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await loop.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }
}
