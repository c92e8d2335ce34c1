using Homeostat.Dashboard.Tests.Support;

namespace Homeostat.Dashboard.Tests.Routes;

public sealed class KeyTests
{
    public static TheoryData<string> Acting => [.. ApiRoutes.All.Where(route => route.NeedsKey).Select(route => route.Name)];

    public static TheoryData<string> Reading => [.. ApiRoutes.All.Where(route => !route.NeedsKey && !route.IsOpen).Select(route => route.Name)];

    [Theory]
    [MemberData(nameof(Acting))]
    public async Task Acting_WithoutTheKey_IsRefusedAndDoesNothing(string route)
    {
        var desk = new Desk();
        foreach (string? key in (string?[])[null, "", "wrong", Desk.Key + "x", Desk.Key[..^1]])
            (await desk.Ask(route, """{"by":"eve","reason":"x","approve":true}""", [("id", "1-cost")], key)).IsProblem(401, "HS3003", "x-functions-key");
        Assert.Empty(desk.Controller.Signals);
        Assert.Empty(desk.Endpoint.Writes);
    }

    [Fact]
    public async Task Key_IsTakenFromTheQueryToo()
    {
        var desk = new Desk { Controller = { Takes = (state, signal) => FakeController.Answered(state, signal) } };
        Assert.Equal(200, (await desk.Ask("Pause", """{"by":"ada","reason":"x"}""", [("code", Desk.Key)])).Status);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Reading_IsOpenOnlyWhereTheHostSaysSo(string route)
    {
        var desk = new Desk();
        desk.Write("reports/flights/b1.html", "<p>report</p>");
        Assert.Equal(200, (await desk.Get(route, ("batch", "b1"))).Status);
        desk.Options = desk.Options with { OpenReads = false };
        (await desk.Get(route, ("batch", "b1"))).IsProblem(401, "HS3003", "no key");
        Assert.Equal(200, (await desk.Ask(route, null, [("batch", "b1")], Desk.Key)).Status);
    }

    [Fact]
    public async Task OpenRoutes_TellOfNoModel()
    {
        var desk = new Desk();
        desk.Options = desk.Options with { OpenReads = false };
        foreach (var route in ApiRoutes.All.Where(route => route.IsOpen))
            Assert.DoesNotContain("flights", (await desk.Get(route.Name)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckedByTheHost_LetsThrough()
    {
        var desk = new Desk { Controller = { Takes = (state, signal) => FakeController.Answered(state, signal) } };
        desk.Options = new ApiOptions { Key = ApiKeyCheck.ByHost };
        Assert.Equal(200, (await desk.Ask("Pause", """{"by":"ada","reason":"x"}""", [])).Status);
    }
}
