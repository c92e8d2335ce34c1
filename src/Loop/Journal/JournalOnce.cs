using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Decisions that stand once they are journaled: made again after a crash, the first one is what counts.</summary>
internal static class JournalOnce
{
    /// <summary>The evidence of the record with this id; null when there is none.</summary>
    internal static async Task<T?> EvidenceAsync<T>(this IJournal journal, string model, string id, CancellationToken cancellation) where T : class =>
        (await journal.FindAsync(model, id, cancellation))?.Evidence.Deserialize<T>(DurableJson.Options);

    /// <summary>Journals a decision with its evidence; gives the evidence that stands.</summary>
    internal static async Task<T> DecideAsync<T>(this IJournal journal, JournalEntry entry, T evidence, CancellationToken cancellation) where T : class
    {
        var record = await journal.AppendAsync(entry with { Evidence = DurableJson.Write(evidence)!.Value }, cancellation);
        return record.Evidence.Deserialize<T>(DurableJson.Options)!;
    }
}
