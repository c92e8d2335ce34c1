using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Running;

/// <summary>The whole loop with real processes: an empty folder gets its first champion, drift is healed, a person takes it back.</summary>
internal static class LoopStory
{
    /// <param name="bench">The host.</param>
    /// <param name="job">The training job; null: the built-in trainer.</param>
    /// <param name="tellsAnswers">Whether the model comes with a fingerprint, over which its answers are counted.</param>
    internal static async Task TellAsync(RunBench bench, string? job, bool tellsAnswers)
    {
        bench.WritePolicy(bake: "1m", job);
        bench.DropBatch("week-1.csv", seed: 1);
        await bench.StartAsync();
        await bench.UntilAsync(model => model.LastVerdict is not null);
        Expect.Ends(ExitCode.Healthy, bench.Cli("retrain", "flights", "--reason", "the first model"), "Start");
        var first = await bench.UntilAsync(model => model is { Phase: "steady", Champion: not null });
        Assert.Equal(100, first.Traffic![first.Champion!.Deployment]);
        Assert.Equal(["0", "1"], (await bench.ScoreAsync()).Predictions.Select(row => row.Answer));

        bench.WritePolicy(bake: "30d", job);
        bench.Call();
        bench.DropBatch("week-2.csv", seed: 2, shift: 500);
        bench.DropBatch("week-3.csv", seed: 3, shift: 500);
        var healed = await bench.UntilAsync(model => model.Phase == "baking");
        Assert.Equal("2", healed.Champion!.Version);
        Assert.Equal(100, healed.Traffic![healed.Champion.Deployment]);
        // What the containers answered was read from the responses that the service logs.
        string journal = string.Concat(Directory.EnumerateFiles(Path.Combine(bench.Folder, "journal"), "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Equal(tellsAnswers, journal.Contains("answers of the challenger are", StringComparison.Ordinal));

        Expect.Ends(ExitCode.Healthy, bench.Cli("rollback", "flights", "--reason", "complaints"), $"Traffic: {first.Champion.Deployment} 100 %.");
        Assert.Equal(first.Champion.Deployment, (await bench.ScoreAsync()).Deployment);
        Expect.Ends(ExitCode.Healthy, CliRun.Of("journal", "flights", "--verify", "--state", bench.Folder));
    }
}
