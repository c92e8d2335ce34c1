using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>A page of a journal; costs the same wherever it is.</summary>
internal static class JournalHandler
{
    internal static async Task<IResult> Read(ApiCall call)
    {
        var query = JournalQuery.Of(call.Request.Query);
        await call.StandingAsync();
        var journal = call.Ports.Loop.Journal;
        long length = await journal.CountAsync(call.Model, call.Cancellation);
        var (from, count) = query.NewestFirst ? Newest(query, length) : (query.After is { } after ? after + 1 : 0, query.Limit);
        var records = new List<JournalRecord>(count);
        if (count > 0)
        {
            await foreach (var record in journal.ReadAsync(call.Model, from, call.Cancellation))
            {
                records.Add(record);
                if (records.Count == count) break;
            }
        }
        if (query.NewestFirst) records.Reverse();
        bool more = records.Count > 0 && (query.NewestFirst ? records[^1].Sequence > 0 : records[^1].Sequence + 1 < length);
        string? next = more ? query.Next(call.Model, records[^1].Sequence) : null;
        return Answers.Ok(new JournalPage(call.Model, length, [.. records.Select(record => View(record, query.Evidence))], next), ApiJson.Default.JournalPage);
    }

    private static (long From, int Count) Newest(JournalQuery query, long length)
    {
        long end = Math.Min(query.After ?? length, length);
        long from = Math.Max(0, end - query.Limit);
        return (from, (int)(end - from));
    }

    private static RecordView View(JournalRecord record, bool evidence) => new(record.Sequence, record.At, record.Id, record.Kind, record.Summary)
    {
        Text = JournalBrief.Of(record),
        Evidence = evidence ? record.Evidence : null,
        Previous = record.Previous,
        Hash = record.Hash,
    };
}
