using System.Globalization;
using System.Text;
using System.Text.Json;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Journal;

/// <summary>Small journals to try things on.</summary>
internal static class Journals
{
    internal const string Model = "flights";
    internal const string March = "journal/flights/2026-03.jsonl";
    internal const string April = "journal/flights/2026-04.jsonl";
    internal const string MarchIndex = "state/flights/journal/2026-03.index";

    internal static CancellationToken None => CancellationToken.None;

    internal static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    internal static JournalEntry Entry(string id, string at = "2026-03-05T06:07:08Z", string evidence = """{"psi":0.31}""") =>
        new(Model, At(at), id, JournalKinds.Judged, $"Batch {id} drifted.", JsonDocument.Parse(evidence, JournalJson.Reader).RootElement);

    internal static Task<JournalRecord> AppendAsync(this IJournal journal, JournalEntry entry) => journal.AppendAsync(entry, None);

    internal static async Task FillAsync(IBlobStore store, int count, int from = 0)
    {
        var journal = new BlobJournal(store);
        for (int i = from; i < from + count; i++) await journal.AppendAsync(Entry($"e{i}"));
    }

    internal static async Task<List<JournalRecord>> ReadAsync(IBlobStore store, long from = 0, int count = int.MaxValue) =>
        await new BlobJournal(store).ReadAsync(Model, from, None).Take(count).ToListAsync();

    internal static async Task<List<string>> IdsAsync(IBlobStore store) => [.. (await ReadAsync(store)).Select(record => record.Id)];

    internal static Task<JournalVerification> VerifyAsync(IBlobStore store) => new JournalVerifier(store).VerifyAsync(Model, None);

    internal static async Task<byte[]> BytesAsync(IBlobStore store, string name) => (await store.ReadAsync(name, None))!.Content.ToArray();

    internal static async Task<string> TextAsync(IBlobStore store, string name) => Encoding.UTF8.GetString(await BytesAsync(store, name));

    internal static Task WriteAsync(IBlobStore store, string name, byte[] bytes) => store.WriteAsync(name, bytes, WriteCondition.Always, None);

    internal static Task WriteAsync(IBlobStore store, string name, string text) => WriteAsync(store, name, Encoding.UTF8.GetBytes(text));

    internal static async Task AssertIntactAsync(IBlobStore store, long records)
    {
        var found = await VerifyAsync(store);
        Assert.Null(found.Fault);
        Assert.Equal(records, found.Records);
    }
}
