using System.Diagnostics;

namespace Homeostat.Bench.Engine;

/// <summary>What the disk gives: a loop that appends a line and flushes it. The yardstick for everything durable.</summary>
internal static class PlainAppend
{
    public static double PerSecond(string path, TimeSpan duration)
    {
        var line = new byte[400];
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        var watch = Stopwatch.StartNew();
        var count = 0;
        for (; watch.Elapsed < duration; count++)
        {
            RandomAccess.Write(file, line, (long)count * line.Length);
            RandomAccess.FlushToDisk(file);
        }
        return count / watch.Elapsed.TotalSeconds;
    }
}
