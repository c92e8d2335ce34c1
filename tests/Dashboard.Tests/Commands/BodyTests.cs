using Homeostat.Dashboard.Tests.Support;

namespace Homeostat.Dashboard.Tests.Commands;

public sealed class BodyTests
{
    [Theory]
    [InlineData("Pause", "", "it is empty")]
    [InlineData("Pause", "null", "It is null")]
    [InlineData("Pause", "[]", "cannot be read")]
    [InlineData("Pause", "{\"by\":\"ada\"", "cannot be read")]
    [InlineData("Pause", "{\"by\":\"ada\",\"raeson\":\"x\"}", "raeson")]
    [InlineData("Pause", "{\"reason\":\"x\"}", "no 'by'")]
    [InlineData("Pause", "{\"by\":\" \",\"reason\":\"x\"}", "no 'by'")]
    [InlineData("Pause", "{\"by\":\"ada\"}", "no 'reason'")]
    [InlineData("Retrain", "{\"by\":\"ada\"}", "no 'reason'")]
    [InlineData("RollBack", "{\"by\":\"ada\"}", "no 'reason'")]
    [InlineData("RollBack", "{\"by\":\"ada\",\"reason\":\"x\",\"to\":\"version\"}", "no 'target'")]
    [InlineData("RollBack", "{\"by\":\"ada\",\"reason\":\"x\",\"target\":\"7\"}", "does not say what it is")]
    [InlineData("RollBack", "{\"by\":\"ada\",\"reason\":\"x\",\"to\":\"mars\"}", "'mars'")]
    [InlineData("Answer", "{\"by\":\"ada\"}", "no 'approve'")]
    [InlineData("Answer", "{\"by\":\"ada\",\"approve\":false}", "no 'reason'")]
    public async Task Body_ThatIsNotWhatIsAskedFor_IsRefusedAndNothingDone(string route, string body, string words)
    {
        var desk = new Desk();
        (await desk.Post(route, body, ("id", "1"))).IsProblem(400, "HS3002", words);
        Assert.Empty(desk.Controller.Signals);
    }

    [Fact]
    public async Task Body_TooLong_IsRefused() =>
        (await new Desk().Post("Pause", $$"""{"by":"ada","reason":"{{new string('x', 70_000)}}"}""")).IsProblem(400, "HS3002", "longer than 64 kB");

    [Fact]
    public async Task Reason_TooLong_IsRefused() =>
        (await new Desk().Post("Pause", $$"""{"by":"ada","reason":"{{new string('x', 3_000)}}"}""")).IsProblem(400, "HS3002", "3000 characters");

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public async Task IdempotencyKey_ThatNamesNothing_IsRefused(string key) =>
        (await new Desk().Post("Pause", """{"by":"ada","reason":"x"}""", ("header:Idempotency-Key", key))).IsProblem(400, "HS3012", "Idempotency-Key");
}
