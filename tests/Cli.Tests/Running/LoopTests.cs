using System.Runtime.CompilerServices;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Running;

/// <summary>The whole loop with real processes: an empty folder gets its first champion, drift is healed, a person takes it back.</summary>
public sealed class LoopTests
{
    [Fact]
    public async Task ReferenceModel_IsTrained_Healed_AndTakenBack()
    {
        await using var bench = new RunBench();
        await StoryAsync(bench, job: null, tellsAnswers: true);
    }

    [Theory]
    [InlineData("python3", "model.py")]
    [InlineData("node", "model.mjs")]
    public async Task AnotherModel_TakesItsPlace(string program, string script)
    {
        // The commands are a shell's, and the languages are not everywhere.
        if (OperatingSystem.IsWindows() || !IsInstalled(program)) return;
        string model = $"{program} {Script(script)}";
        await using var bench = new RunBench { Serve = model + " serve --model {model} --port {port}" };
        await StoryAsync(bench, $$$"""{ "command": "{{{model}}} train --data ${{inputs.training}}/${{inputs.manifest}} --output ${{outputs.model}}" }""", tellsAnswers: false);
    }

    /// <summary>Where Functions.sln was built: its packages are not everywhere.</summary>
    [Theory]
    [InlineData("fasttree")]
    [InlineData("sdca")]
    public async Task MLNet_TakesItsPlace(string trainer)
    {
        string program = MLNetProgram();
        if (OperatingSystem.IsWindows() || !File.Exists(program)) return;
        await using var bench = new RunBench { Serve = $"dotnet {program} serve --model {{model}} --port {{port}}" };
        await StoryAsync(bench, $$$"""{ "command": "dotnet {{{program}}} train --trainer {{{trainer}}} --data ${{inputs.training}}/${{inputs.manifest}} --output ${{outputs.model}} --trials ${{inputs.trials}}" }""", tellsAnswers: true);
    }

    /// <param name="bench">The host.</param>
    /// <param name="job">The training job; null: the built-in trainer.</param>
    /// <param name="tellsAnswers">Whether the model comes with a fingerprint, over which its answers are counted.</param>
    private static async Task StoryAsync(RunBench bench, string? job, bool tellsAnswers)
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

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    // Built as these tests were: bin/Debug/net10.0 of theirs, bin/Debug/net10.0 of its own.
    private static string MLNetProgram([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/ModelRuntime.MLNet/bin",
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!, "net10.0/Homeostat.ModelRuntime.MLNet.dll"));

    private static string Script(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples/other-model", name));
}
