using System.Text;
using System.Text.Json;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

public class EvaluationTests
{
    private readonly DataBench _bench = new();

    [Fact]
    public async Task Holdout_IsScoredByBoth_AndTheBetterOnePassesTheGates()
    {
        Answer("blue", 30); // calls nearly nothing late
        Answer("green", 20);
        _bench.Models.Versions["2"] = new ModelVersion("flights", "2", 4711);
        var summary = await EvaluateAsync("blue");
        Assert.Equal((TaskKind.Binary, true, 400, 4711), (summary.Task, summary.HasChampion, summary.Rows, summary.ArtifactBytes));
        Assert.True(summary.Challenger > summary.Champion + 0.1);
        Assert.Equal(Verdict.Pass, GatePolicy.Judge(summary, new GateOptions { SuspiciouslyGood = null }).Verdict);
        Assert.Equal((4, 0), (summary.ChallengerRequests.Requests, summary.ChallengerRequests.Failures));
        // Three numbers and a carrier: quarters and categories, all of them looked at.
        Assert.Equal(12, summary.SliceCount + summary.SmallSlices);
        var columns = JsonDocument.Parse(_bench.Endpoints.Requests[0].Rows).RootElement[0].EnumerateObject().Select(member => member.Name);
        Assert.Equal(["distance", "wind", "carrier"], columns);
    }

    [Fact]
    public async Task FailedRequests_AreUnansweredRows_AndCounted()
    {
        Answer("blue", 23);
        Answer("green", 23);
        _bench.Endpoints.Status = (deployment, request) => deployment == "green" && request == 2 ? 424 : 200;
        var summary = await EvaluateAsync("blue");
        Assert.Equal((100, 1, 300), (summary.ChallengerUnanswered, summary.ChallengerRequests.Failures, summary.Rows));
        Assert.Equal(Verdict.Fail, GatePolicy.Judge(summary, new GateOptions()).Verdict);
    }

    [Fact]
    public async Task FirstModel_IsScoredAlone_AndItsHoldoutIsTheBaselineWhenPromoted()
    {
        Answer("green", 23);
        var summary = await EvaluateAsync(champion: null);
        Assert.False(summary.HasChampion);
        Assert.True(await _bench.RunAsync<bool>(ActivityNames.Promote, new PromotionInput("flights", "2", _bench.Now)));
        var state = await new JsonBlobs(_bench.Store).ReadAsync<ModelState>(StateNames.ModelOf("flights"), DataBench.None);
        Assert.Equal((summary.Rows, summary.Challenger), (state!.Baseline!.Rows, state.Baseline.Value));
    }

    [Fact]
    public async Task Promotion_SwitchesTheReference_AndWindowsDoNotMixGrids()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(800, 2) { Wind = 8 });
        var old = await _bench.EvidenceAsync<JudgedRecord>(JournalKinds.Judged);
        _bench.Models.Versions["2"] = new ModelVersion("flights", "2", 1) { Fingerprint = new FlightRows(4000, 7) { Wind = 8 }.Fingerprint() };
        var input = new PromotionInput("flights", "2", _bench.Now);
        Assert.True(await _bench.RunAsync<bool>(ActivityNames.Promote, input));
        var counted = await _bench.BatchAsync("b.csv", new FlightRows(2000, 3) { Wind = 8 });
        var judged = await _bench.EvidenceAsync<JudgedRecord>(JournalKinds.Judged);
        Assert.NotEqual(old.Reference, judged.Reference);
        Assert.Equal((Verdict.Fail, Verdict.Pass), (old.Drift.Verdict, judged.Drift.Verdict));
        var window = Assert.Single(judged.Windows);
        Assert.Equal((2000, 1), (window.Rows, window.Selection.Notes.Length));
        Assert.Equal("2", (await _bench.EntryAsync(counted.Batch))!.Version);
        // One that comes late changes nothing; one again neither.
        Assert.True(await _bench.RunAsync<bool>(ActivityNames.Promote, input));
        Assert.False(await _bench.RunAsync<bool>(ActivityNames.Promote, new PromotionInput("flights", "1", input.At.AddHours(-1))));
    }

    [Fact]
    public async Task RollbackInTheMomentOfThePromotion_SwitchesTheReferenceBack()
    {
        _bench.Models.Versions["2"] = new ModelVersion("flights", "2", 1) { Fingerprint = new FlightRows(4000, 7) { Wind = 8 }.Fingerprint() };
        var promotion = new PromotionInput("flights", "2", _bench.Now);
        await _bench.RunAsync<bool>(ActivityNames.Promote, promotion);
        await _bench.RunAsync<bool>(ActivityNames.Promote, promotion with { Version = "1" });
        var state = await new JsonBlobs(_bench.Store).ReadAsync<ModelState>(StateNames.ModelOf("flights"), DataBench.None);
        Assert.Equal(("1", StateNames.ReferenceOf("flights", "1")), (state!.Version, state.Reference!.Name));
    }

    [Fact]
    public async Task Promotion_BeginsBreachesAnew()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(800, 2) { Wind = 8 });
        await _bench.RunAsync<bool>(ActivityNames.Promote, new PromotionInput("flights", "1", _bench.Now));
        await _bench.BatchAsync("b.csv", new FlightRows(800, 3) { Wind = 8 });
        Assert.Empty(_bench.Signals);
    }

    [Theory]
    [InlineData(false, RetrainCause.BadDeployment)]
    [InlineData(true, RetrainCause.ConceptDrift)]
    public async Task LossRightAfterAPromotion_IsHeldAgainstIt_UnlessNobodyWasThereBefore(bool isFirst, RetrainCause cause)
    {
        Answer("green", 23);
        await EvaluateAsync(champion: null);
        await _bench.RunAsync<bool>(ActivityNames.Promote, new PromotionInput("flights", "2", _bench.Now) { IsFirst = isFirst });
        for (int seed = 4; seed < 8; seed++)
        {
            await _bench.BatchAsync($"{seed}.csv", new FlightRows(1500, seed) { Wrong = 0.4 });
            await _bench.LabelsAsync($"{seed}.csv", new FlightRows(1500, seed).Labels());
        }
        Assert.Equal(cause, Assert.Single(_bench.Signals, signal => signal.Kind == SignalKind.CauseConfirmed).Cause);
    }

    private async Task<EvaluationSummary> EvaluateAsync(string? champion)
    {
        await _bench.BatchAsync("a.csv", new FlightRows(2000, 2) { HasLabels = true });
        var dataset = await _bench.RunAsync<DatasetReference>(ActivityNames.AssembleDataset, new DatasetInput("flights", new DatasetWindow(_bench.Now.AddDays(-1), _bench.Now, 0.2)));
        var policy = new PolicySnapshot(FlightRows.Policy, BlobReference.HashOf(Encoding.UTF8.GetBytes(FlightRows.Policy)));
        return await _bench.RunAsync<EvaluationSummary>(ActivityNames.Evaluate, new EvaluateInput(policy, dataset, "green", "2", champion));
    }

    private void Answer(string deployment, double threshold) => _bench.Endpoints.Answers[deployment] = row =>
    {
        double wind = row.GetProperty("wind").GetDouble();
        return new RowPrediction(wind > threshold ? "1" : "0", Math.Clamp(0.5 + ((wind - threshold) / 20), 0, 1));
    };
}
