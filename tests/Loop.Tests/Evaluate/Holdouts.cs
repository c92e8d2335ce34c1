using System.Collections.Immutable;
using System.Globalization;

namespace Homeostat.Loop.Tests.Evaluate;

/// <summary>Scored holdouts with known properties.</summary>
internal static class Holdouts
{
    /// <summary>Two classes; each model right in its share of rows, independently of the other, with a calibrated score.</summary>
    public static ScoredHoldout Binary(int rows, double challenger, double? champion, int seed = 1)
    {
        var random = new Random(seed);
        bool[] truth = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.4)];
        return new ScoredHoldout
        {
            Task = TaskKind.Binary,
            Positive = "late",
            Labels = [.. truth.Select(Name)],
            Challenger = [.. truth.Select(t => Answer(t, challenger, random))],
            Champion = champion is { } share ? [.. truth.Select(t => Answer(t, share, random))] : [],
            ChallengerRun = Run(50, 0),
            ChampionRun = champion is null ? null : Run(50, 0),
            ArtifactBytes = 1 << 20,
        };
    }

    /// <summary>Numbers around 100; each model off by a bell curve of its width.</summary>
    public static ScoredHoldout Regression(int rows, double challenger, double? champion)
    {
        double[] truth = Samples.Normal(rows, 1, 100, 20);
        return new ScoredHoldout
        {
            Task = TaskKind.Regression,
            Labels = [.. truth.Select(Text)],
            Challenger = Off(truth, challenger, 2),
            Champion = champion is { } width ? Off(truth, width, 3) : [],
            ChallengerRun = Run(50, 0),
            ChampionRun = champion is null ? null : Run(50, 0),
        };
    }

    /// <summary>Three classes; the champion is right in 8 of 10 rows, the challenger where the champion is.</summary>
    public static ScoredHoldout Multiclass(int rows) => Binary(rows, 0.8, 0.8) with
    {
        Task = TaskKind.Multiclass,
        Positive = null,
        Labels = [.. Enumerable.Range(0, rows).Select(i => Color(i))],
        Challenger = [.. Enumerable.Range(0, rows).Select(i => new RowPrediction(Color(i % 10 < 8 ? i : i + 1), 0.8))],
        Champion = [.. Enumerable.Range(0, rows).Select(i => new RowPrediction(Color(i % 10 < 8 ? i : i + 2), 0.8))],
    };

    /// <summary>So many requests, failures, and latencies of 1, 2, 3, ... ms times a factor.</summary>
    public static ScoringRun Run(int requests, int failures, double factor = 1) =>
        new(requests, failures, [.. Enumerable.Range(1, requests - failures).Select(i => i * factor)]);

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Name(bool late) => late ? "late" : "on time";

    private static string Color(int i) => (i % 3) switch { 0 => "red", 1 => "green", _ => "blue" };

    private static RowPrediction Answer(bool truth, double share, Random random)
    {
        bool answer = random.NextDouble() < share ? truth : !truth;
        return new RowPrediction(Name(answer), answer ? share : 1 - share);
    }

    private static ImmutableArray<RowPrediction?> Off(double[] truth, double width, int seed) =>
        [.. truth.Zip(Samples.Normal(truth.Length, seed, 0, width), (t, e) => new RowPrediction(Text(t + e), null))];
}
