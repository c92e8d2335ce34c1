using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Scoring;

public sealed class ScoringTests
{
    [Fact]
    public async Task Score_FollowsWeights_AndTheSameSeedGoesTheSameWay()
    {
        string[][] runs = new string[2][];
        for (int run = 0; run < runs.Length; run++)
        {
            await using var emulator = await RunningEmulator.StartAsync();
            await emulator.MakeEndpointAsync("credit", """{ "blue": 90, "green": 10 }""", "blue", "green");
            runs[run] = await (await Scorer.OfAsync(emulator, "credit")).WhoAsync(400);
        }
        Assert.Equal(runs[0], runs[1]);
        // Binomial(400, 0.1): six standard deviations around 40.
        Assert.InRange(runs[0].Count(who => who == "green"), 4, 76);
    }

    [Fact]
    public async Task Score_WithARouteKey_GoesTheSameWayEachTime()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 50, "green": 50 }""", "blue", "green");
        var scorer = await Scorer.OfAsync(emulator, "credit");
        string[] who = await scorer.WhoAsync(60, i => [("x-emulator-route-key", $"customer-{i % 20}")]);
        Assert.Equal(who[..20], who[20..40]);
        Assert.Equal(who[..20], who[40..]);
        Assert.Equal(2, who.Distinct().Count());
    }

    [Fact]
    public async Task Score_WithTheDeploymentHeader_AsksThatOne_TrafficOrNot()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue", "green");
        var scorer = await Scorer.OfAsync(emulator, "credit");
        Assert.Equal("green", (await scorer.ScoreAsync(headers: ("azureml-model-deployment", "green"))).Headers["azureml-model-deployment"]);
        Assert.Equal(HttpStatusCode.NotFound, (await scorer.ScoreAsync(headers: ("azureml-model-deployment", "red"))).Status);
    }

    [Fact]
    public async Task Score_WithoutTraffic_Is404()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue");
        var answer = await (await Scorer.OfAsync(emulator, "credit")).ScoreAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("positive weight", answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Key", "primaryKey", HttpStatusCode.OK)]
    [InlineData("Key", "secondaryKey", HttpStatusCode.OK)]
    [InlineData("Key", "accessToken", HttpStatusCode.Unauthorized)]
    [InlineData("Key", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("AMLToken", "accessToken", HttpStatusCode.OK)]
    [InlineData("AMLToken", "primaryKey", HttpStatusCode.Unauthorized)]
    [InlineData("AADToken", "wrong", HttpStatusCode.OK)]
    public async Task Score_TakesTheCredentialOfItsMode(string mode, string credential, HttpStatusCode expected)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }""").Replace("\"Key\"", $"\"{mode}\"", StringComparison.Ordinal));
        string path = credential == "accessToken" ? "token" : "listKeys";
        string bearer = (await emulator.Wire.PostAsync($"onlineEndpoints/credit/{path}")).Text(credential) ?? "wrong";
        Assert.Equal(expected, (await new Scorer(emulator, "credit", bearer).ScoreAsync()).Status);
    }

    [Fact]
    public async Task RegenerateKeys_MakesTheOldOneUseless()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        var before = await Scorer.OfAsync(emulator, "credit");
        Assert.Equal(HttpStatusCode.OK, (await emulator.Wire.PostAsync("onlineEndpoints/credit/regenerateKeys", """{ "keyType": "Primary" }""")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.ScoreAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await Scorer.OfAsync(emulator, "credit")).ScoreAsync()).Status);
    }

    [Fact]
    public async Task Keys_AreTheSameAfterARestart_AndOthersInAnotherFolder()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        var before = await Scorer.OfAsync(emulator, "credit");
        await emulator.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, (await before.ScoreAsync()).Status);

        await using var other = await RunningEmulator.StartAsync();
        await other.MakeEndpointAsync("credit");
        Assert.NotEqual((await emulator.Wire.PostAsync("onlineEndpoints/credit/listKeys")).Text("primaryKey"), (await other.Wire.PostAsync("onlineEndpoints/credit/listKeys")).Text("primaryKey"));
    }
}
