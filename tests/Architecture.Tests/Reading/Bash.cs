using System.Diagnostics;

namespace Homeostat.Architecture.Tests.Reading;

internal static class Bash
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a script in the repository's root, strictly (-euo pipefail); output and errors come back together.</summary>
    public static (int ExitCode, string Output) Run(string script, params (string Name, string Value)[] environment)
    {
        using var bash = new Process
        {
            StartInfo = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in environment)
        {
            bash.StartInfo.Environment[name] = value;
        }
        bash.Start();
        var output = bash.StandardOutput.ReadToEndAsync();
        var errors = bash.StandardError.ReadToEndAsync();
        if (!bash.WaitForExit(Patience))
        {
            bash.Kill(entireProcessTree: true);
            return (-1, $"still running after {Patience}, so it was stopped");
        }
        return (bash.ExitCode, (output.Result + errors.Result).Trim());
    }
}
