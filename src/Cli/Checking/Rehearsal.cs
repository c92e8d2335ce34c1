using System.Text;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>
/// A check of a few rows in memory that nobody sees, made on another core while the command line is read. The runtime loads code when it is first called, and a
/// short check waits for little else: what was rehearsed is loaded when the check comes to it.
/// </summary>
internal static class Rehearsal
{
    private const int Rows = 60;

    /// <summary>Starts one where the arguments ask for a check and a second core is there to make it.</summary>
    internal static void StartFor(string[] args)
    {
        if (args is not ["check", ..] || Environment.ProcessorCount < 2) return;
        new Thread(RunQuietly) { IsBackground = true }.Start();
    }

    /// <summary>Profiles, counts, judges and shows.</summary>
    internal static CheckReport Run()
    {
        const string Name = "rehearsal";
        using var reference = BatchInput.FromMemory(Table(first: 0), Name);
        using var current = BatchInput.FromMemory(Table(first: Rows), Name);
        var options = new CountOptions();
        var before = Profiler.Profile(reference, SchemaOverrides.None, options);
        var after = BatchCounter.Count(current, before, options);
        var report = new CheckReport
        {
            Drift = DriftPolicy.Judge(before, after, DriftOptions.Default),
            Reference = before,
            Current = after,
            ReferenceName = Name,
            CurrentName = Name,
        };
        var nowhere = new Terminal { Out = new StreamWriter(Stream.Null), Error = TextWriter.Null };
        new Check(new CheckRequest { Reference = Name, Current = Name }, nowhere).Show(report);
        return report;
    }

    // What fails here fails again in the check itself, and is told there.
    private static void RunQuietly()
    {
        try
        {
            Run();
        }
        catch (Exception)
        {
        }
    }

    /// <summary>Numbers in three ways of writing them, a few levels, and a row of missing cells at the end.</summary>
    private static byte[] Table(int first)
    {
        var rows = new StringBuilder("amount,whole,tiny,level\n");
        for (int i = first; i < first + Rows; i++) rows.Append(i).Append('.').Append(i % 10).Append(",-").Append(i % 7).Append(",2.5e-").Append(i % 12).Append(",level number ").Append(i % 5).Append('\n');
        return Encoding.UTF8.GetBytes(rows.Append(",,,\n").ToString());
    }
}
