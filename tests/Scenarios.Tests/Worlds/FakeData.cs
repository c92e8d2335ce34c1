using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Datasets, holdouts and references: the activities that touch rows, scripted.</summary>
internal sealed class FakeData
{
    private const int Rows = 400;

    // A bootstrap a story is what takes the time here; the same shares give the same summary.
    private static readonly ConcurrentDictionary<(int, int?, string), EvaluationSummary> _summaries = [];

    private PromotionInput? _promoted;

    /// <summary>Percent of the holdout that the challenger, and the champion, answer right.</summary>
    internal (int Challenger, int Champion) Right { get; set; } = (90, 85);

    /// <summary>Why there is nothing to train on; null: there is.</summary>
    internal string? Problem { get; set; }

    /// <summary>Versions whose fingerprint became the reference.</summary>
    internal List<string?> Promoted { get; } = [];

    internal void AddTo(TaskRegistry registry)
    {
        registry.AddActivity(ActivityNames.AssembleDataset, new Script<DatasetInput, DatasetReference>(Assemble));
        registry.AddActivity(ActivityNames.Evaluate, new Script<EvaluateInput, EvaluationSummary>(Evaluate));
        registry.AddActivity(ActivityNames.Promote, new Script<PromotionInput, bool>(Promote));
    }

    private Task<DatasetReference> Assemble(DatasetInput input, CancellationToken cancellation)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{input.Window}")));
        return Task.FromResult(new DatasetReference($"state/{input.Model}/datasets/{hash}.json", hash, 8000, Rows) { Problem = Problem });
    }

    private Task<EvaluationSummary> Evaluate(EvaluateInput input, CancellationToken cancellation)
    {
        var gates = input.Policy.Read().Gates;
        int? champion = input.Champion is null ? null : Right.Champion;
        return Task.FromResult(_summaries.GetOrAdd((Right.Challenger, champion, gates.ToString()), _ => Evaluation.Summarise(Holdout(Right.Challenger, champion), gates)));
    }

    // Time and version are what makes a promotion one, as in the real activity.
    private Task<bool> Promote(PromotionInput input, CancellationToken cancellation)
    {
        bool again = _promoted == input;
        if (!again) Promoted.Add(input.Version);
        _promoted = input;
        return Task.FromResult(!again);
    }

    private static ScoredHoldout Holdout(int challenger, int? champion) => new()
    {
        Task = TaskKind.Binary,
        Positive = "late",
        Labels = [.. Enumerable.Range(0, Rows).Select(Label)],
        Challenger = Answers(challenger, 7),
        Champion = champion is { } right ? Answers(right, 13) : [],
        ChallengerRun = Run(),
        ChampionRun = champion is null ? null : Run(),
        ArtifactBytes = 1_000_000,
    };

    private static string Label(int row) => row % 2 == 0 ? "late" : "on time";

    private static ImmutableArray<RowPrediction?> Answers(int right, int stride) =>
        [.. Enumerable.Range(0, Rows).Select(row => new RowPrediction(Label(row * stride % 100 < right ? row : row + 1), null))];

    private static ScoringRun Run() => new(4, 0, [20, 21, 22, 23]);
}
