using Homeostat.Bench.Engine;
using Homeostat.Bench.Host;

// One run of everything takes about a minute. The folder decides which disk is measured.
var folder = Path.Combine(args.Length > 0 ? args[0] : Path.GetTempPath(), $"homeostat-host-bench-{Environment.ProcessId}");
Directory.CreateDirectory(folder);
try
{
    var plain = PlainAppend.PerSecond(Path.Combine(folder, "plain"), TimeSpan.FromSeconds(2));
    Console.WriteLine($"plain append + fsync of 400 bytes: {1e6 / plain:N0} us   1.0");
    await JournalCost.MeasureAsync(Path.Combine(folder, "warm"), 10);
    foreach (var records in (int[])[10, 100_000])
    {
        var (append, page) = await JournalCost.MeasureAsync(Path.Combine(folder, $"journal-{records}"), records);
        Console.WriteLine($"journal of {records,7:N0} records: append {append:N0} us ({append * plain / 1e6:F1}), last page of 50 {page:N0} us ({page * plain / 1e6:F1})");
    }
    await DropToVerdict.MeasureAsync(Path.Combine(folder, "fresh"), before: 0);
    await DropToVerdict.MeasureAsync(Path.Combine(folder, "lived"), before: 200);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
