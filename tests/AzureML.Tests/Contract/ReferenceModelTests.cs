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

    private static async Task Train(EmulatorBench bench, string name, string? champion)
    {
        var request = new TrainingJobRequest(name, "flights", new TrainingJobOptions(), "state/flights/datasets/d.json") { DataHash = "d", WarmStartFrom = champion, SearchTrials = 2 };
        await bench.Workspace.Jobs.SubmitAsync(request, default);
        var job = await bench.UntilAsync(() => bench.Workspace.Jobs.GetAsync(name, default), state => state is { Status: not TrainingJobStatus.Running });
        Assert.True(job!.Status == TrainingJobStatus.Completed, job.Reason);
        Assert.NotNull(job.ModelVersion);
    }

    private static async Task WriteDataset(LocalHost.FileBlobStore store)
    {
        var csv = new StringBuilder("id,distance,late\n");
        for (int row = 0; row < 400; row++) csv.Append(CultureInfo.InvariantCulture, $"{row},{row * 10},{(row < 200 ? 0 : 1)}\n");
        byte[] rows = Encoding.UTF8.GetBytes(csv.ToString());
        await store.WriteAsync("batches/flights/a.csv", rows, WriteCondition.Always, default);
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
