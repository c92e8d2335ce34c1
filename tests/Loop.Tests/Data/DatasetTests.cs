using Homeostat.Batches;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

public class DatasetTests
{
    private readonly DataBench _bench = new();

    [Fact]
    public async Task Dataset_OfInlineAndLateLabels_ReadsEveryLabelledRowOnce_InOrder()
    {
        await Fill();
        var reference = await AssembleAsync();
        Assert.Null(reference.Problem);
        var (training, holdout) = (await ReadAsync(reference, DatasetSide.Training), await ReadAsync(reference, DatasetSide.Holdout));
        Assert.Equal((reference.TrainingRows, reference.HoldoutRows), (training.Count, holdout.Count));
        Assert.Equal(180, holdout.Count); // 0.2 of 900
        Assert.Empty(training.Intersect(holdout));
        var expected = Rows(new FlightRows(400, 2)).Concat(Rows(new FlightRows(500, 3)));
        Assert.Equal(expected, training.Concat(holdout));
    }

    [Fact]
    public async Task SameRows_GiveTheSameHash_AndMoreLabelsAnother()
    {
        await Fill();
        var first = await AssembleAsync();
        Assert.Equal(first, await AssembleAsync());
        await _bench.LabelsAsync("correction.csv", "id,late\nf3-1,7\n");
        var second = await AssembleAsync();
        Assert.NotEqual(first.Hash, second.Hash);
        // The first one still reads as it was.
        Assert.Equal(first.HoldoutRows, (await ReadAsync(first, DatasetSide.Holdout)).Count);
    }

    [Fact]
    public async Task FileChangedSince_IsRefused_NotReadInSilence()
    {
        await Fill();
        var reference = await AssembleAsync();
        _bench.Write("batches/flights/a.csv", new FlightRows(400, 9) { HasLabels = true }.Csv());
        var error = await Assert.ThrowsAsync<BadInputException>(() => ReadAsync(reference, DatasetSide.Training));
        Assert.Equal(ErrorCodes.DatasetChanged, error.Code);
        Assert.DoesNotContain(await AssembledAsync(), source => source.Rows.Name == "batches/flights/a.csv");
    }

    [Fact]
    public async Task NoLabels_AreAProblem_NotAnError()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(100, 2));
        Assert.Contains("Fewer than 2 labelled rows", (await AssembleAsync()).Problem, StringComparison.Ordinal);
    }

    private async Task Fill()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(400, 2) { HasLabels = true });
        await _bench.BatchAsync("b.csv", new FlightRows(500, 3));
        await _bench.BatchAsync("unlabelled.csv", new FlightRows(300, 4));
        await _bench.LabelsAsync("b.csv", new FlightRows(500, 3).Labels());
    }

    private Task<DatasetReference> AssembleAsync() =>
        _bench.RunAsync<DatasetReference>(ActivityNames.AssembleDataset, new DatasetInput("flights", new DatasetWindow(_bench.Now.AddDays(-30), _bench.Now, 0.2)));

    private async Task<IEnumerable<DatasetSource>> AssembledAsync()
    {
        var manifest = await new DatasetReader(_bench.Store).ManifestAsync((await AssembleAsync()).Manifest, DataBench.None);
        return manifest.Training.Concat(manifest.Holdout);
    }

    private async Task<List<string>> ReadAsync(DatasetReference reference, DatasetSide side)
    {
        var reader = new DatasetReader(_bench.Store);
        List<string> rows = [];
        await foreach (var row in reader.ReadAsync(await reader.ManifestAsync(reference.Manifest, DataBench.None), side, DataBench.None))
            rows.Add($"{row.GetString(0)},{row.GetString(1)},{row.GetString(2)}:{row.Label}");
        return rows;
    }

    private static IEnumerable<string> Rows(FlightRows rows) => (rows with { HasLabels = true, HasAnswers = false }).Csv().Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1).Select(line => line.Split(',')).Select(fields => $"{fields[1]},{fields[2]},{fields[3]}:{fields[4]}");
}
