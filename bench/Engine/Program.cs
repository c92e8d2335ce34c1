using Homeostat.Bench.Engine;

// One run of everything takes about half a minute. The folder decides which disk is measured.
var folder = Path.Combine(args.Length > 0 ? args[0] : Path.GetTempPath(), $"homeostat-engine-bench-{Environment.ProcessId}");
Directory.CreateDirectory(folder);
try
{
    var plain = PlainAppend.PerSecond(Path.Combine(folder, "plain"), TimeSpan.FromSeconds(3));
    Console.WriteLine($"plain append + fsync of 400 bytes          {plain,10:N0} /s   1.00");
    foreach (var (instances, inARow, atOnce) in ((int, int, int)[])[(1, 100, 1), (1, 400, 1), (100, 40, 1), (1000, 4, 1), (10, 10, 40), (1, 1, 1000)])
    {
        var rate = await Completions.PerSecondAsync(Path.Combine(folder, $"c-{instances}-{inARow}-{atOnce}"), instances, inARow, atOnce);
        Console.WriteLine($"{instances,5} instances x {inARow,3} in a row x {atOnce,4} at once {rate,10:N0} /s   {rate / plain:F2}");
    }
    await Idle.MeasureAsync(Path.Combine(folder, "idle"), controllers: 1000, TimeSpan.FromSeconds(10));
    await StartUp.MeasureAsync(Path.Combine(folder, "lived"), events: 10_000);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
