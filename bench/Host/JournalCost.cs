using System.Diagnostics;
using System.Text.Json;
using Homeostat.LocalHost;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.Bench.Host;

/// <summary>What an append to a journal and its last page cost, in microseconds, medians.</summary>
internal static class JournalCost
{
    private const int Page = 50, Tries = 200;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonElement Evidence = JsonSerializer.SerializeToElement(new { observed = 0.0123, threshold = 0.05, rows = 10_000, features = new[] { "distance", "wind", "carrier" } });

    public static async Task<(double Append, double Page)> MeasureAsync(string folder, int records)
    {
        var store = new FileBlobStore(folder, TimeProvider.System);
        await FillAsync(store, records);
        var journal = new BlobJournal(store);
        await journal.AppendAsync(Entry(records), default); // reads the index, once
        var appends = new List<double>();
        for (var i = 1; i <= Tries; i++) appends.Add(await TimeAsync(() => journal.AppendAsync(Entry(records + i), default)));
        var pages = new List<double>();
        for (var i = 0; i < Tries; i++) pages.Add(await TimeAsync(async () => await PageAsync(new BlobJournal(store))));
        return (Median(appends), Median(pages));
    }

    // Made in memory and written in one piece: what is measured is the journal's end, not the way there.
    private static async Task FillAsync(FileBlobStore store, int records)
    {
        var memory = new InMemoryBlobStore(TimeProvider.System);
        var journal = new BlobJournal(memory);
        for (var i = 0; i < records; i++) await journal.AppendAsync(Entry(i), default);
        await foreach (var blob in memory.ListAsync("", default))
            await store.WriteAsync(blob.Name, (await memory.ReadAsync(blob.Name, default))!.Content, WriteCondition.Always, default);
    }

    private static async Task PageAsync(BlobJournal journal)
    {
        var count = await journal.CountAsync("m", default);
        if (await journal.ReadAsync("m", Math.Max(0, count - Page), default).CountAsync() < 10) throw new InvalidOperationException("The page is too short.");
    }

    private static JournalEntry Entry(int i) => new("m", Start.AddSeconds(i), $"batch/{i}", JournalKinds.Judged, $"Batch {i}: nothing moved, worst distance at 0.0123 of 0.05.", Evidence);

    private static async Task<double> TimeAsync(Func<Task> what)
    {
        var watch = Stopwatch.StartNew();
        await what();
        return watch.Elapsed.TotalMicroseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
