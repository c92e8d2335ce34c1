using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Contract;

/// <summary>A policy that names no command: the reference model, from the dataset's manifest to a registered version.</summary>
public sealed class ReferenceModelTests
{
    [Fact]
    public async Task Dataset_BecomesAModel_WithFingerprintAndMetrics()
    {
        await using var bench = await EmulatorBench.StartAsync(TimeProvider.System);
        await WriteDataset(bench.Store);
        await Train(bench, "job-1", champion: null);
        await Train(bench, "job-2", champion: "1");
        var version = (await bench.Workspace.Models.GetAsync("flights", "2", default))!;
        using var print = new MemoryStream(version.Fingerprint.ToArray());
        Assert.Equal(400, FingerprintFile.Read(print, "reference.hfp").Rows);
        Assert.NotEmpty(version.Metrics);
        Assert.True(version.ArtifactBytes > version.Fingerprint.Length);
    }

    /// <summary>As on Azure, where batches are a container and so a datastore of their own: here another folder, and none of that name below the root.</summary>
    [Fact]
    public async Task Dataset_WithBatchesInADatastoreOfTheirOwn_BecomesAModel()
    {
        await using var bench = await EmulatorBench.StartAsync(TimeProvider.System);
        await WriteDataset(bench.Store, "containers/batches/");
        var workspace = bench.Connect(bench.Options with { Folders = bench.Options.Folders.Add("batches", "azureml://datastores/homeostat_batches/paths/containers/batches/") });
        await Train(workspace, bench, "job-1", champion: null);
        Assert.True((await workspace.Models.GetAsync("flights", "1", default))!.ArtifactBytes > 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Version_IsDeployed_AndItsOwnModelAnswers(bool ownCommand)
    {
        const string Serve = "homeostat model serve --model {model} --port {port}";
        await using var bench = await EmulatorBench.StartAsync(TimeProvider.System, serve: ownCommand ? null : Serve);
        await WriteDataset(bench.Store);
        await Train(bench, "job-1", champion: null);
        if (ownCommand) await ServeBlueWith(bench, Serve);
        await bench.Workspace.Endpoints.DeployAsync("flights", new DeploymentRequest("red", "flights", "1") { InstanceType = "Standard_DS3_v2" }, default);
        var read = await bench.UntilAsync(() => bench.Workspace.Endpoints.GetAsync("flights", default), state => state!.Deployments["red"].Status != DeploymentStatus.Pending);
        Assert.True(read!.Deployments["red"].Status == DeploymentStatus.Ready, read.Deployments["red"].Reason);
        var result = await bench.Workspace.Endpoints.ScoreAsync("flights", "red", """[{"id":1,"distance":10},{"id":2,"distance":3900}]"""u8.ToArray(), default);
        Assert.Equal((200, "red"), (result.Status, result.Deployment));
        Assert.Equal(["0", "1"], result.Predictions.Select(row => row.Answer));
        Assert.All(result.Predictions, row => Assert.InRange(row.Score!.Value, 0, 1));
    }

    // What serves is a setting of the deployment that has the traffic, and the next one is made like it, as it reads: a finished write that does not
    // read yet would leave the emulator's own command, here the tests' program.
    private static async Task ServeBlueWith(EmulatorBench bench, string command)
    {
        const string Blue = "/onlineEndpoints/flights/deployments/blue";
        await bench.PutAsync(Blue, $$"""
            { "location": "westeurope", "properties": { "endpointComputeType": "Managed", "instanceType": "Standard_DS3_v2",
              "model": "{{bench.Server.WorkspaceId}}/models/flights/versions/1", "environmentVariables": { "EMULATOR_SERVE_COMMAND": "{{command}}" } } }
            """);
        await bench.UntilAsync(() => bench.ReadAsync(Blue), text => text.Contains("EMULATOR_SERVE_COMMAND", StringComparison.Ordinal) && text.Contains("\"Succeeded\"", StringComparison.Ordinal));
    }

    private static Task Train(EmulatorBench bench, string name, string? champion) => Train(bench.Workspace, bench, name, champion);

    private static async Task Train(AzureMLWorkspace workspace, EmulatorBench bench, string name, string? champion)
    {
        var request = new TrainingJobRequest(name, "flights", new TrainingJobOptions(), "state/flights/datasets/d.json") { DataHash = "d", WarmStartFrom = champion, SearchTrials = 2 };
        await workspace.Jobs.SubmitAsync(request, default);
        var job = await bench.UntilAsync(() => workspace.Jobs.GetAsync(name, default), state => state is { Status: not TrainingJobStatus.Running });
        Assert.True(job!.Status == TrainingJobStatus.Completed, job.Reason);
        Assert.NotNull(job.ModelVersion);
    }

    private static async Task WriteDataset(LocalHost.FileBlobStore store, string batches = "batches/")
    {
        var csv = new StringBuilder("id,distance,late\n");
        for (int row = 0; row < 400; row++) csv.Append(CultureInfo.InvariantCulture, $"{row},{row * 10},{(row < 200 ? 0 : 1)}\n");
        byte[] rows = Encoding.UTF8.GetBytes(csv.ToString());
        await store.WriteAsync(batches + "flights/a.csv", rows, WriteCondition.Always, default);
        var manifest = new DatasetManifest
        {
            Model = "flights",
            Hash = "d",
            Window = new DatasetWindow(HastyClock.Start, HastyClock.Start.AddDays(1), 0.2),
            Columns = [new("id", ColumnType.Integer, ColumnRole.Id), new("distance", ColumnType.Integer, ColumnRole.Feature), new("late", ColumnType.Integer, ColumnRole.Label)],
            MissingTokens = [""],
            Training = [new DatasetSource("a", new BlobReference("batches/flights/a.csv", Convert.ToHexStringLower(SHA256.HashData(rows))), 0, 400)],
            Holdout = [],
        };
        await store.WriteAsync("state/flights/datasets/d.json", JsonSerializer.SerializeToUtf8Bytes(manifest, DurableJson.Options), WriteCondition.Always, default);
    }
}
