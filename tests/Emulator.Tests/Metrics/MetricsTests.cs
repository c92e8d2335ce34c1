using System.Net;
using System.Text.Json.Nodes;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Metrics;

public sealed class MetricsTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Requests_AreCountedByMinute_AndSplitInLowerCase()
    {
        var (emulator, clock, scorer) = await ServingAsync();
        await using var _ = emulator;
        await scorer.WhoAsync(3);
        await scorer.ScoreAsync("{}");
        clock.Now = s_start.AddMinutes(2);
        await scorer.WhoAsync(5);
        clock.Now = s_start.AddMinutes(3);

        var answer = await AskAsync(emulator, "RequestsPerMinute", "deployment eq 'blue' and statusCode eq '*'");
        var series = answer.Body!["value"]![0]!["timeseries"]!.AsArray();
        Assert.Equal(["deployment", "statuscode"], series[0]!["metadatavalues"]!.AsArray().Select(m => (string)m!["name"]!["value"]!));
        Assert.Equal(["200:3,-,5", "424:1,-,-"], series.Select(s => $"{s!["metadatavalues"]![1]!["value"]}:{Values(s)}").Order());
        Assert.Equal("Microsoft.MachineLearningServices/workspaces/onlineEndpoints", answer.Text("namespace"));
        Assert.Equal("PT1M", answer.Text("interval"));
        Assert.Equal("Count", answer.Text("value.0.unit"));
    }

    [Theory]
    [InlineData(null, "4,-,5")]
    [InlineData("statusCodeClass eq '2xx'", "3,-,5")]
    [InlineData("statusCodeClass ne '2xx'", "1,-,-")]
    [InlineData("statusCode eq '424' or statusCode eq '500'", "1,-,-")]
    [InlineData("modelStatusCode eq '400'", "1,-,-")]
    [InlineData("deployment eq 'BLUE'", "4,-,5")]
    public async Task Filter_PicksSeries(string? filter, string expected)
    {
        var (emulator, clock, scorer) = await ServingAsync();
        await using var _ = emulator;
        await scorer.WhoAsync(3);
        await scorer.ScoreAsync("{}");
        clock.Now = s_start.AddMinutes(2);
        await scorer.WhoAsync(5);
        clock.Now = s_start.AddMinutes(3);
        Assert.Equal(expected, Values((await AskAsync(emulator, "RequestsPerMinute", filter)).Body!["value"]![0]!["timeseries"]![0]!));
    }

    [Fact]
    public async Task AMinute_IsToldWhenItIsOver_AndThePlatformsDelayToo()
    {
        var (emulator, clock, scorer) = await ServingAsync(TimeSpan.FromMinutes(1));
        await using var _ = emulator;
        await scorer.WhoAsync(1);
        foreach (var (seconds, expected) in ((int, string)[])[(59, "-,-,-"), (60, "-,-,-"), (119, "-,-,-"), (120, "1,-,-")])
        {
            clock.Now = s_start.AddSeconds(seconds);
            Assert.Equal(expected, Values((await AskAsync(emulator, "RequestsPerMinute", null)).Body!["value"]![0]!["timeseries"]![0]!));
        }
    }

    [Fact]
    public async Task AFinerGrain_IsCountedByTheStep_ToldWhenItIsOver_AndWithoutGaps()
    {
        var (emulator, clock, scorer) = await ServingAsync(grain: TimeSpan.FromSeconds(5));
        await using var _ = emulator;
        await scorer.WhoAsync(3);
        clock.Now = s_start.AddSeconds(11);
        await scorer.WhoAsync(2);
        Assert.Equal(["12:00:00=3"], Steps(await AskAsync(emulator, "RequestsPerMinute", null, interval: "PT5S")));
        clock.Now = s_start.AddSeconds(15);
        Assert.Equal(["12:00:00=3", "12:00:10=2"], Steps(await AskAsync(emulator, "RequestsPerMinute", null, interval: "PT5S")));
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(emulator, "RequestsPerMinute", null, interval: "PT1S")).Status);
    }

    [Fact]
    public async Task Minutes_OutliveARestart()
    {
        var (emulator, clock, scorer) = await ServingAsync();
        await using var _ = emulator;
        await scorer.WhoAsync(2);
        await emulator.RestartAsync();
        await scorer.WhoAsync(1);
        await emulator.RestartAsync();
        clock.Now = s_start.AddMinutes(3);
        Assert.Equal("3,-,-", Values((await AskAsync(emulator, "RequestsPerMinute", null)).Body!["value"]![0]!["timeseries"]![0]!));
    }

    [Fact]
    public async Task Gaps_AreTheMinutesThatAFaultTakes()
    {
        var (emulator, clock, scorer) = await ServingAsync();
        await using var _ = emulator;
        await scorer.WhoAsync(1);
        clock.Now = s_start.AddMinutes(3);
        emulator.Server.Faults.Add(new Fault { Kind = FaultKind.MetricsGap });
        Assert.Equal("-,-,-", Values((await AskAsync(emulator, "RequestsPerMinute", null)).Body!["value"]![0]!["timeseries"]![0]!));
    }

    [Theory]
    [InlineData("RequestsPerMinute,RequestLatency_P95", null, "average", null)]
    [InlineData("NetworkBytes", null, "average", null)]
    [InlineData("RequestsPerMinute", null, "total", "does not support aggregation")]
    [InlineData("Requests", null, "average", "Valid metrics")]
    [InlineData("RequestLatency", "statusCode eq '200'", "average", "does not support requested dimension")]
    [InlineData("RequestsPerMinute", "statusCode = 200", "average", "cannot be read")]
    [InlineData("DataCollectionEventsPerMinute", "type eq '*'", "average,minimum,maximum", null)]
    public async Task Query_IsCheckedAgainstTheList(string names, string? filter, string aggregation, string? refusal)
    {
        var (emulator, clock, _) = await ServingAsync();
        await using var __ = emulator;
        clock.Now = s_start.AddMinutes(3);
        var answer = await AskAsync(emulator, names, filter, aggregation);
        Assert.Equal(refusal is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
        if (refusal is not null) Assert.Contains(refusal, answer.Message, StringComparison.Ordinal);
        else Assert.Equal(names.Split(','), answer.Body!["value"]!.AsArray().Select(m => (string)m!["name"]!["value"]!));
    }

    [Fact]
    public async Task Dimensions_NotValidated_AreLeftOut()
    {
        var (emulator, clock, scorer) = await ServingAsync();
        await using var _ = emulator;
        await scorer.WhoAsync(1);
        clock.Now = s_start.AddMinutes(3);
        var answer = await AskAsync(emulator, "RequestLatency_P50", "deployment eq 'blue' and statusCode eq '*'", more: "&ValidateDimensions=false");
        Assert.Equal(["deployment"], answer.Body!["value"]![0]!["timeseries"]![0]!["metadatavalues"]!.AsArray().Select(m => (string)m!["name"]!["value"]!));
    }

    [Fact]
    public void Percentile_IsWithinACellOfTheTruth()
    {
        var histogram = new LatencyHistogram();
        for (int i = 1; i <= 1000; i++) histogram.Add(i / 10.0);
        foreach (double share in (double[])[0.5, 0.9, 0.95, 0.99]) Assert.InRange(histogram.Percentile(share)!.Value / (share * 100), 0.95, 1.05);
        Assert.Null(new LatencyHistogram().Percentile(0.5));
    }

    private static async Task<(RunningEmulator Emulator, SetClock Clock, Scorer Scorer)> ServingAsync(TimeSpan delay = default, TimeSpan? grain = null)
    {
        var clock = new SetClock { Now = s_start };
        var emulator = await RunningEmulator.StartAsync(o => o with { Time = clock, Durations = TimeProvider.System, Timings = o.Timings with { MetricsDelay = delay, MetricsGrain = grain ?? o.Timings.MetricsGrain } });
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue", "green");
        return (emulator, clock, await Scorer.OfAsync(emulator, "credit"));
    }

    private static Task<WireAnswer> AskAsync(RunningEmulator emulator, string names, string? filter, string aggregation = "average", string more = "", string interval = "PT1M")
    {
        string path = $"{emulator.Server.WorkspaceId}/onlineEndpoints/credit/providers/Microsoft.Insights/metrics?metricnames={names}&timespan=2026-01-31T12:00:00Z/2026-01-31T12:03:00Z&interval={interval}&aggregation={aggregation}"
            + (filter is null ? "" : $"&$filter={Uri.EscapeDataString(filter)}") + more;
        return emulator.Wire.SendAsync("GET", emulator.Wire.At(path, "2024-02-01"));
    }

    private static string Values(JsonNode series) => string.Join(',', series["data"]!.AsArray().Select(point => point!["average"]?.ToJsonString() ?? "-"));

    private static IEnumerable<string> Steps(WireAnswer answer) =>
        answer.Body!["value"]![0]!["timeseries"]![0]!["data"]!.AsArray().Select(point => $"{((string)point!["timeStamp"]!)[11..19]}={point["average"]!.ToJsonString()}");

    /// <summary>A calendar that says what it was set to.</summary>
    private sealed class SetClock : TimeProvider
    {
        internal DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
