using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Adds one record to the counts.</summary>
internal static class JournalCounting
{
    private const int ArrivalsKept = 30, ApprovalsKept = 100;

    internal static JournalCounts Add(this JournalCounts counts, JournalRecord record) => Note(record, counts with
    {
        Records = record.Sequence + 1,
        Kinds = counts.Kinds.SetItem(record.Kind, counts.Of(record.Kind) + 1),
        Last = counts.Last.SetItem(record.Kind, record.Sequence),
    });

    private static JournalCounts Note(JournalRecord record, JournalCounts counts) => record.Kind switch
    {
        JournalKinds.BatchAccepted when Member(record.Evidence, "rows") is { ValueKind: JsonValueKind.Number } rows =>
            counts with { Arrivals = [.. counts.Arrivals.Add(new ArrivedRows(record.At, rows.GetInt64())).TakeLast(ArrivalsKept)] },
        JournalKinds.ApprovalAsked when Text(record.Evidence, "id") is { } id =>
            counts with { Approvals = [.. counts.Approvals.Add(new AskedApproval(id, null)).TakeLast(ApprovalsKept)] },
        JournalKinds.ApprovalAnswered when Member(record.Evidence, "question") is { } question && Text(question, "id") is { } id =>
            counts with { Approvals = [.. counts.Approvals.Select(asked => asked.Id == id ? asked with { Answer = record.Summary } : asked)] },
        _ => counts,
    };

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
