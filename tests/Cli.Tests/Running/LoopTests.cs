using System.Runtime.CompilerServices;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Running;

/// <summary>The whole loop with models of our own.</summary>
public sealed class LoopTests
{
    [Fact]
    public async Task ReferenceModel_IsTrained_Healed_AndTakenBack()
    {
        await using var bench = new RunBench();
        await LoopStory.TellAsync(bench, job: null, tellsAnswers: true);
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
        await LoopStory.TellAsync(bench, $$$"""{ "command": "dotnet {{{program}}} train --trainer {{{trainer}}} --data ${{inputs.training}}/${{inputs.manifest}} --output ${{outputs.model}} --trials ${{inputs.trials}}" }""", tellsAnswers: true);
    }

    // Built as these tests were: bin/Debug/net10.0 of theirs, bin/Debug/net10.0 of its own.
    private static string MLNetProgram([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/ModelRuntime.MLNet/bin",
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!, "net10.0/Homeostat.ModelRuntime.MLNet.dll"));
}
