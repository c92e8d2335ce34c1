using System.Globalization;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Finds the record that a person means: by its number, its id, an incident, a batch, a file, or a question.</summary>
internal sealed class EventFinder(JournalReader reader)
{
    /// <summary>Its sequence number; null when there is none.</summary>
    internal async Task<long?> FindAsync(string text, CancellationToken cancellation)
    {
        string number = text.StartsWith("incident-", StringComparison.Ordinal) ? text["incident-".Length..] : text;
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence))
            return sequence < await reader.CountAsync(cancellation) ? sequence : null;
        JournalRecord? best = null;
        await foreach (var record in reader.ReadAsync(0, cancellation))
        {
            if (record.Id == text) return record.Sequence;
            // What is said of a file later names its id only.
            bool isSame = best is not null && Relations.FileOf(best) is { } file && file == Relations.FileOf(record);
            if (isSame ? Weight(record) >= Weight(best!) : Means(record, text)) best = record;
        }
        return best?.Sequence;
    }

    private static bool Means(JournalRecord record, string text)
    {
        if (record.Kind is JournalKinds.ApprovalAsked && Text(record, "id") == text) return true;
        if (Relations.FileOf(record) is not { } file) return false;
        string id = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..], blob = Text(record, "blob");
        return file == text || id == text || blob == text || (blob.Length > 0 && blob[(blob.LastIndexOf('/') + 1)..] == text) || NameOf(id) == text;
    }

    /// <summary>Of the records of one file: the one that says most about what was done.</summary>
    private static int Weight(JournalRecord record) => record.Kind switch
    {
        JournalKinds.Triaged => 3,
        JournalKinds.Judged or JournalKinds.BatchQuarantined or JournalKinds.LabelsJoined => 2,
        JournalKinds.PerformanceJudged => 1,
        _ => 0,
    };

    // The hash that makes it one is behind the last dash.
    private static string NameOf(string id) => id.LastIndexOf('-') is > 0 and var dash ? id[..dash] : id;

    private static string Text(JournalRecord record, string member) =>
        record.Evidence.ValueKind == JsonValueKind.Object && record.Evidence.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
