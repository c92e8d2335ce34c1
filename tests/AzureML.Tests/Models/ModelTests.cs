using System.Text;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Models;

public sealed class ModelTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("azureml://datastores/homeostat/paths/models/flights/job-1/")]
    [InlineData("azureml://datastores/homeostat/paths/models/flights/job-1")]
    [InlineData("azureml://subscriptions/s/resourcegroups/r/workspaces/w/datastores/homeostat/paths/models/flights/job-1/")]
    public async Task Version_ReadsSizeFingerprintAndMetrics_FromItsFolder(string uri)
    {
        await Write("models/flights/job-1/model.json", "12345");
        await Write("models/flights/job-1/reference.hfp", "print");
        await Write("models/flights/job-1/metrics.json", """{ "rocAuc": 0.81, "rows": 900, "trainer": "sklearn", "rocAuc": 1 }""");
        await Write("models/flights/job-12/model.json", "another job's");
        Registered(uri);
        var version = (await Get())!;
        Assert.Equal(5 + 5 + 66, version.ArtifactBytes);
        Assert.Equal("print", Encoding.UTF8.GetString(version.Fingerprint.Span));
        Assert.Equal([("rocAuc", 0.81), ("rows", 900)], version.Metrics.Select(metric => (metric.Key, metric.Value)));
    }

    [Theory]
    [InlineData("azureml://datastores/workspaceblobstore/paths/models/flights/job-1/")]
    [InlineData("azureml://datastores/homeostat/paths/")]
    [InlineData("azureml://jobs/job-1/outputs/artifacts/paths/model/")]
    public async Task FolderElsewhere_IsNotRead(string uri)
    {
        await Write("models/flights/job-1/model.json", "12345");
        Registered(uri);
        var version = (await Get())!;
        Assert.Equal(0, version.ArtifactBytes);
        Assert.True(version.Fingerprint.IsEmpty);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("")]
    public async Task MetricsThatCannotBeRead_AreNone(string metrics)
    {
        await Write("models/flights/job-1/metrics.json", metrics);
        Registered("azureml://datastores/homeostat/paths/models/flights/job-1/");
        Assert.Empty((await Get())!.Metrics);
    }

    [Fact]
    public async Task MissingVersion_IsNull()
    {
        _bench.Service.On("GET", "/models/flights/versions/7", () => Script.Error(404, "NotFound"));
        Assert.Null(await Get());
    }

    private void Registered(string uri) => _bench.Service.On("GET", "/models/flights/versions/7", $$"""{ "name": "7", "properties": { "modelUri": "{{uri}}" } }""");

    private Task<string?> Write(string name, string text) => _bench.Store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, default);

    private Task<ModelVersion?> Get() => _bench.Workspace.Models.GetAsync("flights", "7", default);
}
