using System.Runtime.CompilerServices;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Running;

/// <summary>The whole loop with a model of another language.</summary>
public abstract class AnotherModelTests
{
    private protected static async Task TellAsync(string program, string script)
    {
        // The commands are a shell's, and the languages are not everywhere.
        if (OperatingSystem.IsWindows() || !IsInstalled(program)) return;
        string model = $"{program} {Script(script)}";
        await using var bench = new RunBench { Serve = model + " serve --model {model} --port {port}" };
        await LoopStory.TellAsync(bench, $$$"""{ "command": "{{{model}}} train --data ${{inputs.training}}/${{inputs.manifest}} --output ${{outputs.model}}" }""", tellsAnswers: false);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Script(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples/other-model", name));
}
