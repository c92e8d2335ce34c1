using System.Security.Cryptography;
using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime.Tests.Training;

/// <summary>Training from what the loop assembled: a manifest in its store's folder.</summary>
public sealed class DatasetFileTests
{
    private static readonly DateTimeOffset s_start = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Rows of two batches: the first from its 3rd labelled row on, the second with labels that came later and override its own.</summary>
    [Fact]
    public async Task Train_Manifest_TakesTheRowsAndLabelsItPointsAt()
    {
        using var folder = new TempFolder();
        string first = Rows(0, 100, i => i % 2 == 0 ? "a" : "");
        string second = Rows(100, 200, _ => "wrong");
        string labels = "id,label\n" + string.Concat(Enumerable.Range(100, 60).Select(i => $"{i},{"ab"[i % 2]}\n"));
        var manifest = Manifest(
            Source(folder, "batches/m/1.csv", first, from: 2, count: 40),
            Source(folder, "batches/m/2.csv", second, 0, 60) with { Labels = Blob(folder, "state/m/labels/2/x.csv", labels) });
        var report = await TrainAsync(folder, manifest);
        Assert.Equal(100, report.Rows);
        Assert.Equal(TaskKind.Binary, report.Task);
        var artifact = ArtifactFolder.Read(folder["model"]);
        Assert.Equal(manifest.Hash, artifact.Info.DataHash);
        Assert.Equal(["a", "b"], artifact.Model.Task.Classes.AsEnumerable());
        // Only features and label are learned from and described.
        Assert.Equal(["x", "label"], artifact.Reference.Schema.Columns.Select(column => column.Name));
        Assert.Equal(4, artifact.Reference.Columns[0].Moments.Min);
    }

    [Fact]
    public async Task Train_FileChangedSince_IsRefused()
    {
        using var folder = new TempFolder();
        var manifest = Manifest(Source(folder, "batches/m/1.csv", Rows(0, 100, i => $"{i % 2}"), 0, 100));
        File.AppendAllText(folder["batches/m/1.csv"], "100,1,x\n");
        Assert.Equal(ErrorCodes.DatasetChanged, (await Assert.ThrowsAsync<BadInputException>(() => TrainAsync(folder, manifest))).Code);
    }

    [Fact]
    public async Task Train_FileGone_IsRefused()
    {
        using var folder = new TempFolder();
        var manifest = Manifest(Source(folder, "batches/m/1.csv", Rows(0, 100, i => $"{i % 2}"), 0, 100));
        File.Delete(folder["batches/m/1.csv"]);
        Assert.Equal(ErrorCodes.DatasetChanged, (await Assert.ThrowsAsync<BadInputException>(() => TrainAsync(folder, manifest))).Code);
    }

    /// <summary>A manifest is data: it cannot make the trainer read what lies outside of the store.</summary>
    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../secret.csv")]
    [InlineData("a\\..\\secret.csv")]
    public void PathOf_NameThatLeadsOut_IsNone(string name)
    {
        using var folder = new TempFolder();
        folder.File("secret.csv", "x");
        Directory.CreateDirectory(folder["store/a"]);
        Assert.Null(new FolderBlobs(folder["store"]).PathOf(name));
    }

    [Fact]
    public void PathOf_NameThatTheStoreEncodes_IsFound()
    {
        using var folder = new TempFolder();
        folder.File("batches/2001-01-01T00%3A00.csv", "x");
        Assert.NotNull(new FolderBlobs(folder.Root).PathOf("batches/2001-01-01T00:00.csv"));
    }

    private static Task<TrainingReport> TrainAsync(TempFolder folder, DatasetManifest manifest)
    {
        string path = folder.File($"state/m/datasets/{manifest.Hash}.json", JsonSerializer.Serialize(manifest, DurableJson.Options));
        return ModelTrainer.TrainAsync(new TrainingRequest([path], folder["model"]), CancellationToken.None);
    }

    private static string Rows(int from, int to, Func<int, string> label) =>
        "id,x,label\n" + string.Concat(Enumerable.Range(from, to - from).Select(i => $"{i},{i},{label(i)}\n"));

    private static DatasetSource Source(TempFolder folder, string name, string csv, long from, long count) => new(name, Blob(folder, name, csv), from, count);

    private static BlobReference Blob(TempFolder folder, string name, string content)
    {
        string path = folder.File(name, content);
        return new BlobReference(name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
    }

    private static DatasetManifest Manifest(params DatasetSource[] training) => new()
    {
        Model = "m",
        Hash = new string('a', 64),
        Window = new DatasetWindow(s_start, s_start.AddDays(1), 0.2),
        Columns = [new("id", ColumnType.Categorical, ColumnRole.Id), new("x", ColumnType.Integer, ColumnRole.Feature), new("label", ColumnType.Categorical, ColumnRole.Label)],
        MissingTokens = Schema.DefaultMissingTokens,
        Training = [.. training],
        Holdout = [],
    };
}
