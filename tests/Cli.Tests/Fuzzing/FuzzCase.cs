using System.Diagnostics;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Fuzzing;

/// <summary>One damaged file, given to the command as reference, as batch or to be profiled.</summary>
internal sealed class FuzzCase(int seed, FuzzSeeds seeds, TestFolder folder)
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    private readonly Random _random = new(seed);

    /// <summary>What went wrong; null when the command ended as it should.</summary>
    public string? Run()
    {
        byte[] damaged = new Mutator(seed).Mutate(seeds[_random.Next(seeds.Count)], seeds[_random.Next(seeds.Count)]);
        string file = folder.Write("damaged.bin", damaged);
        string[] args = Arguments(file);
        CliRun? run = null;
        var clock = Stopwatch.StartNew();
        var thread = new Thread(() => run = CliRun.Of(args)) { IsBackground = true };
        thread.Start();
        bool ended = thread.Join(s_most);
        string? problem = Problem(run, ended);
        return problem is null ? null : $"seed {seed}: {problem} after {clock.Elapsed.TotalSeconds:0.0} s: homeostat {string.Join(' ', args)}\n{Keep(damaged)}\n{run?.All}";
    }

    private static string? Problem(CliRun? run, bool ended)
    {
        if (!ended || run is null) return "no end";
        if (run.ExitCode is not (ExitCode.Healthy or ExitCode.Drift or ExitCode.BadInput)) return $"exit code {run.ExitCode}";
        if ((run.ExitCode == ExitCode.BadInput) != (run.Error.Length > 0) && !run.Out.Contains("Nothing was judged", StringComparison.Ordinal)) return "error without its exit code";
        return run.Out.Contains("NaN", StringComparison.Ordinal) ? "NaN" : null;
    }

    private string[] Arguments(string file) => _random.Next(4) switch
    {
        0 => ["check", file, seeds.Reference, "--workers", "2"],
        1 => ["profile", file, "--output", folder["damaged.hfp"], "--verbose"],
        2 => ["check", file, file, "--verbose", "--json", folder["damaged.json"], "--html", folder["damaged.html"]],
        _ => ["check", seeds.Reference, file, "--verbose", "--all"],
    };

    private string Keep(byte[] damaged)
    {
        string path = Path.Combine(Path.GetTempPath(), $"homeostat-fuzz-{seed}.bin");
        File.WriteAllBytes(path, damaged);
        return $"input kept as {path}";
    }
}
