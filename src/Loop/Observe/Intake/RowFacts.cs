using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What only rows tell: how many have a label, and when they are of.</summary>
/// <param name="Labels">Rows with a label.</param>
/// <param name="From">Time of the earliest row; null when none has one.</param>
/// <param name="To">Time of the latest.</param>
internal sealed record RowFacts(long Labels, DateTimeOffset? From, DateTimeOffset? To)
{
    // Times that end longer before the arrival are a replay of old data; they would put it out of every window.
    private static readonly TimeSpan _oldest = TimeSpan.FromDays(7), _ahead = TimeSpan.FromDays(1);

    internal static RowFacts Read(BatchInput input, Schema schema)
    {
        string label = schema.NameOf(ColumnRole.Label) ?? "", time = schema.NameOf(ColumnRole.Time) ?? RowReader.TimeColumn;
        using var rows = new RowReader(input, [label, time], schema.MissingTokens);
        long labels = 0;
        DateTimeOffset? from = null, to = null;
        while (rows.Read())
        {
            if (label.Length > 0 && !rows.IsMissing(0)) labels++;
            if (!rows.TryGetTime(1, out var at)) continue;
            if (from is null || at < from) from = at;
            if (to is null || at > to) to = at;
        }
        return new RowFacts(labels, from, to);
    }

    /// <summary>From when to when the rows are, for sorting batches by time: their own times where those fit the arrival, else the arrival.</summary>
    internal (DateTimeOffset From, DateTimeOffset To) Span(DateTimeOffset arrivedAt) =>
        From is { } from && To is { } to && to > arrivedAt - _oldest && to <= arrivedAt + _ahead ? (from, to) : (arrivedAt, arrivedAt);
}
