using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Has the holdout scored by challenger and champion through their real endpoint, and boils it down to what the gates need.</summary>
internal sealed class EvaluateActivity(LoopPorts ports) : IActivity<EvaluateInput, EvaluationSummary>
{
    public async Task<EvaluationSummary> RunAsync(EvaluateInput input, CancellationToken cancellation)
    {
        var policy = input.Policy.Read();
        var manifest = await new DatasetReader(ports.Store).ManifestAsync(input.Dataset.Manifest, cancellation);
        var challenger = new EndpointScorer(ports.Endpoints, policy.Endpoint, input.Challenger);
        var champion = input.Champion is { } name ? new EndpointScorer(ports.Endpoints, policy.Endpoint, name) : null;
        var (labels, slices) = await ScoreAsync(manifest, champion is null ? [challenger] : [challenger, champion], cancellation);
        var type = manifest.Columns.First(column => column.Role == ColumnRole.Label).Type;
        var (task, positive) = HoldoutTask.Of(labels, type);
        var holdout = new ScoredHoldout
        {
            Task = task,
            Positive = positive,
            Labels = [.. labels],
            Challenger = challenger.Answers,
            Champion = champion?.Answers ?? [],
            Slices = slices,
            ChallengerRun = challenger.Run,
            ChampionRun = champion?.Run,
            ArtifactBytes = (await ports.Models.GetAsync(policy.Model, input.ChallengerVersion, cancellation))?.ArtifactBytes ?? 0,
        };
        await KeepAsync(policy, input.ChallengerVersion, holdout, type, cancellation);
        return Evaluation.Summarise(holdout, policy.Gates);
    }

    private async Task<(List<string> Labels, ImmutableArray<SliceColumn> Slices)> ScoreAsync(
        DatasetManifest manifest, ImmutableArray<EndpointScorer> scorers, CancellationToken cancellation)
    {
        List<string> labels = [];
        var slices = new HoldoutSlices(ScoringRows.FeaturesOf(manifest.Columns));
        using var chunk = new ScoringChunk();
        await foreach (var row in new DatasetReader(ports.Store).ReadAsync(manifest, DatasetSide.Holdout, cancellation))
        {
            labels.Add(LabelText.Canonical(row.Label));
            slices.Add(row);
            chunk.Add(row);
            if (chunk.IsFull) await SendAsync(chunk, scorers, labels.Count == ScoringChunk.Size, cancellation);
        }
        if (chunk.Rows > 0) await SendAsync(chunk, scorers, labels.Count < ScoringChunk.Size, cancellation);
        return (labels, slices.Columns());
    }

    private static async Task SendAsync(ScoringChunk chunk, ImmutableArray<EndpointScorer> scorers, bool isFirst, CancellationToken cancellation)
    {
        var (json, rows) = chunk.Take();
        foreach (var scorer in scorers)
        {
            if (isFirst) await scorer.WarmUpAsync(json, cancellation);
            await scorer.ScoreAsync(json, rows, cancellation);
        }
    }

    /// <summary>How the challenger did becomes the baseline that labels are held against, should it be promoted.</summary>
    private Task KeepAsync(ModelPolicy policy, string version, ScoredHoldout holdout, ColumnType label, CancellationToken cancellation)
    {
        var rows = holdout.Labels.Select((text, i) => (Label: text, Answer: holdout.Challenger[i])).Where(row => row.Answer is not null)
            .Select((row, i) => new LabelledRow(new LoggedPrediction($"{i}", row.Answer!.Answer, row.Answer.Score, null), row.Label, default)).ToList();
        if (rows.Count == 0) return Task.CompletedTask;
        var baseline = LabelledWindows.Measure(rows, policy.Judge.Performance, label);
        return ports.Store.WriteAsync(StateNames.HoldoutOf(policy.Model, version), JsonBlobs.Bytes(baseline), WriteCondition.Always, cancellation);
    }
}
