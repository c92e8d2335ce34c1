using System.Diagnostics;

namespace Homeostat.Bench.Parts;

/// <summary>Tells how long a thing took.</summary>
internal static class Timed
{
    internal static T Run<T>(string what, Func<T> run)
    {
        long start = Stopwatch.GetTimestamp();
        var result = run();
        Console.WriteLine($"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most so far");
        return result;
    }
}
