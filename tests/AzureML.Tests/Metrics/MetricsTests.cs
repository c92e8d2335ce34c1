using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Metrics;

public sealed class MetricsTests : IDisposable
{
    private const string Path = "/onlineEndpoints/flights/providers/Microsoft.Insights/metrics";

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Window_AsksForWholeMinutes_OfTheDeployment()
    {
        Answers(Metric("RequestsPerMinute", Series("200", (0, "10"))));
        await Get("12:00:30", "12:05:10");
        var asked = _bench.Service.Requests[0];
        Assert.EndsWith(Bench.Endpoint + "/providers/Microsoft.Insights/metrics", asked.Address.AbsolutePath);
        Assert.Contains("api-version=2024-02-01&metricnames=RequestsPerMinute&", asked.Query);
        Assert.Contains("timespan=2026-01-31T12:01:00Z/2026-01-31T12:05:00Z&interval=PT1M&aggregation=average", asked.Query);
        Assert.EndsWith("$filter=deployment eq 'green' and statusCode eq '*'", asked.Query);
    }

    [Fact]
    public async Task Requests_AddUp_AndFailuresAre5xxAnd424()
    {
        Answers(Metric("RequestsPerMinute",
            Series("200", (0, "100"), (1, "90")), Series("404", (0, "3")), Series("424", (0, "2")), Series("429", (1, "4")), Series("500", (1, "5")), Series("503", (1, "1"))));
        var metrics = (await Get())!;
        Assert.Equal((205, 8), (metrics.Requests, metrics.Failures));
    }

    [Fact]
    public async Task Gap_IsNoZero()
    {
        // Minute 1 came without an average, minute 2 as null: the latencies of the minutes that are there stand.
        Answers(Metric("RequestsPerMinute", $$"""{ "metadatavalues": [ { "name": { "value": "statuscode" }, "value": "200" } ], "data": [ { "timeStamp": "{{At(0)}}", "average": 10 }, { "timeStamp": "{{At(1)}}" }, { "timeStamp": "{{At(2)}}", "average": null } ] }"""),
            Metric("RequestLatency_P50", Series(null, (0, "20"))), Metric("RequestLatency_P95", Series(null, (0, "null"))));
        Assert.Equal(new DeploymentMetrics(10, 0, 20, null), await Get());
    }

    [Theory]
    [InlineData("""{ "value": [] }""")]
    [InlineData("""{ "value": [ { "name": { "value": "RequestsPerMinute" }, "timeseries": [] } ] }""")]
    [InlineData("""{ "value": [ { "name": { "value": "RequestsPerMinute" }, "timeseries": [ { "data": [ { "timeStamp": "2026-01-31T12:00:00Z" } ] } ] } ] }""")]
    public async Task NoDataYet_IsNull_AndNotNoRequests(string answer)
    {
        _bench.Service.On("GET", Path, answer);
        Assert.Null(await Get());
    }

    [Fact]
    public async Task MinuteWithoutRequests_IsNoGap()
    {
        Answers(Metric("RequestsPerMinute", Series("200", (0, "0"))));
        Assert.Equal(new DeploymentMetrics(0, 0, null, null), await Get());
    }

    [Theory]
    [InlineData("12:00:01", "12:01:59")] // no whole minute in between
    [InlineData("12:05:00", "12:05:00")]
    public async Task WindowWithoutAWholeMinute_IsNull_AndNothingIsAsked(string from, string to)
    {
        Assert.Null(await Get(from, to));
        Assert.Empty(_bench.Service.Requests);
    }

    [Fact]
    public async Task PointsOutsideTheWindow_AreLeftOut()
    {
        Answers(Metric("RequestsPerMinute", Series("200", (-1, "1000"), (0, "10"), (10, "1000"))));
        Assert.Equal(10, (await Get())!.Requests);
    }

    [Fact]
    public async Task Percentile_IsWeightedByTheMinutesRequests()
    {
        Answers(Metric("RequestsPerMinute", Series("200", (0, "90"), (1, "5")), Series("500", (1, "5"))),
            Metric("RequestLatency_P50", Series(null, (0, "10"), (1, "110"))), Metric("RequestLatency_P95", Series(null, (1, "300"))));
        var metrics = (await Get())!;
        Assert.Equal(20, metrics.LatencyP50!.Value, 9); // (90 x 10 + 10 x 110) / 100
        Assert.Equal(300, metrics.LatencyP95);
    }

    [Fact]
    public async Task Forbidden_NamesTheMonitoringRole()
    {
        _bench.Service.On("GET", Path, () => Script.Error(403, "AuthorizationFailed", "No authorization to perform action 'Microsoft.Insights/metrics/read' over scope."));
        var error = await Assert.ThrowsAsync<AzureMLException>(() => Get());
        Assert.Contains("'Monitoring Reader'", error.Message);
        Assert.Contains("Microsoft.Insights/metrics/read", error.Message);
    }

    [Fact]
    public async Task MissingEndpoint_IsTold()
    {
        _bench.Service.On("GET", Path, () => Script.Error(404, "ResourceNotFound"));
        Assert.Equal(AzureMLErrors.EndpointMissing, (await Assert.ThrowsAsync<AzureMLException>(() => Get())).Code);
    }

    private void Answers(string counted, params string[] measured) =>
        _bench.Service.On("GET", Path, () => Script.Json($$"""{ "value": [{{counted}}] }"""), () => Script.Json($$"""{ "value": [{{string.Join(',', measured)}}] }"""));

    private static string Metric(string name, params string[] series) => $$"""{ "name": { "value": "{{name}}" }, "timeseries": [{{string.Join(',', series)}}] }""";

    // Asked for as statusCode, the dimension comes back in lower case.
    private static string Series(string? status, params (int Minute, string Average)[] points)
    {
        string label = status is null ? "" : $$"""{ "name": { "value": "statuscode" }, "value": "{{status}}" }""";
        return $$"""{ "metadatavalues": [{{label}}], "data": [{{string.Join(',', points.Select(point => $$"""{ "timeStamp": "{{At(point.Minute)}}", "average": {{point.Average}} }"""))}}] }""";
    }

    private static string At(int minute) => (HastyClock.Start + TimeSpan.FromMinutes(minute)).ToString("yyyy-MM-ddTHH:mm:ssZ", null);

    private Task<DeploymentMetrics?> Get(string from = "12:00:00", string to = "12:05:00") =>
        _bench.Workspace.Metrics.GetAsync("flights", "green", Time(from), Time(to), default);

    private static DateTimeOffset Time(string time) => HastyClock.Start.Date.Add(TimeSpan.Parse(time, null));
}
