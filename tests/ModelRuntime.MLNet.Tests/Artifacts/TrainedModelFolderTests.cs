using Homeostat.Batches;

namespace Homeostat.ModelRuntime.MLNet.Tests.Artifacts;

public sealed class TrainedModelFolderTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public async Task InitializeAsync() => await Trained.TrainAsync(_folder, Rows.Make(1000, Rows.Agrees), Rows.Classes, new TrainerSettings(TrainerKind.FastTree));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_HoldsWhatTheLoopReads() =>
        Assert.Equal(["artifact.json", "metrics.json", "model.zip", "plan.json", "reference.hfp"], Directory.GetFiles(_folder["model"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("model.zip")]
    [InlineData("plan.json")]
    public void Read_FileThatIsNotAsWritten_IsRefused(string name)
    {
        byte[] bytes = File.ReadAllBytes(_folder[$"model/{name}"]);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_folder[$"model/{name}"], bytes);
        Assert.Equal("HS3204", Assert.Throws<BadInputException>(() => TrainedModelFolder.Read(_folder["model"])).Code);
    }

    [Fact]
    public void Read_ByTheReferenceModel_IsRefused() =>
        Assert.Contains("another kind", Assert.Throws<BadInputException>(() => ArtifactFolder.Read(_folder["model"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Score_ManyThreads_AnswersAsOne()
    {
        var ask = Trained.Open(_folder["model"]);
        string rows = Trained.Anything(300), alone = ask(rows).ToString();
        string[] together = new string[64];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = ask(rows).ToString());
        Assert.All(together, answers => Assert.Equal(alone, answers));
    }
}
