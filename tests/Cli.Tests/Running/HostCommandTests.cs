using System.Text.Json;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Running;

/// <summary>The commands that ask a host, against one that watches a model nobody serves yet.</summary>
public sealed class HostCommandTests : IAsyncLifetime
{
    private RunBench _bench = null!;

    public async Task InitializeAsync() => _bench = await RunBench.WatchingAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public void Status_ShowsAllModels_AndOneInDetail()
    {
        Expect.Ends(ExitCode.Healthy, _bench.Cli("status"), "flights", "steady", "none yet", "nobody");
        Expect.Ends(ExitCode.Healthy, _bench.Cli("status", "flights"), "phase", "steady, since", "champion", "none", "when something happens");
    }

    [Fact]
    public void Status_AsJson_IsTheHostsAnswer()
    {
        using var all = JsonDocument.Parse(_bench.Cli("status", "--json").Out);
        using var one = JsonDocument.Parse(_bench.Cli("status", "flights", "--json").Out);
        Assert.Equal("steady", all.RootElement.GetProperty("models")[0].GetProperty("phase").GetString());
        Assert.Equal("flights", one.RootElement.GetProperty("endpoint").GetString());
    }

    [Fact]
    public void PauseAndResume_AreSaid_AndAskedAgainDoNothing()
    {
        Expect.Ends(ExitCode.Healthy, _bench.Cli("pause", "flights", "--reason", "holidays", "--by", "ada"), "ada paused the loop", "holidays");
        Expect.Ends(ExitCode.Healthy, _bench.Cli("status"), "steady (paused)");
        Expect.Ends(ExitCode.Healthy, _bench.Cli("pause", "flights", "--reason", "holidays"), "was paused already");
        Expect.Ends(ExitCode.Healthy, _bench.Cli("resume", "flights"), "resumed the loop");
    }

    [Theory]
    [InlineData("HS3001", "there is flights", "status", "flihgts")]
    [InlineData("HS3001", "there is flights", "pause", "flihgts", "--reason", "x")]
    [InlineData("HS3004", "no champion", "rollback", "flights", "--reason", "x")]
    [InlineData("HS3004", "version '7'", "rollback", "flights", "--reason", "x", "--to", "7")]
    [InlineData("HS3004", "'green'", "rollback", "flights", "--reason", "x", "--to", "green")]
    [InlineData("HS3005", "never asked", "approve", "flights", "1-cost")]
    [InlineData("HS3003", "another key", "resume", "flights", "--key", "a-key-that-is-not-the-hosts")]
    public void WhatTheHostRefuses_IsToldInItsWords(string code, string words, params string[] args)
    {
        var run = _bench.Cli(args);
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Equal("", run.Out);
        Assert.StartsWith($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Retrain_WithNothingToTrainOn_IsTold()
    {
        var run = _bench.Cli("retrain", "flights", "--reason", "first");
        Assert.True(run.ExitCode == ExitCode.Healthy, run.All);
        Assert.Contains("Start", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_ThatStartsAgain_HasItsKeyAndItsModels()
    {
        string key = _bench.Run.ApiKey.Value;
        Assert.True(_bench.Run.ApiKey.IsNew);
        Expect.Ends(ExitCode.Healthy, _bench.Cli("pause", "flights", "--reason", "holidays"));
        await _bench.RestartAsync();
        Assert.Equal((key, false), (_bench.Run.ApiKey.Value, _bench.Run.ApiKey.IsNew));
        Expect.Ends(ExitCode.Healthy, _bench.Cli("status"), "steady (paused)");
    }
}
