namespace Homeostat.Loop;

/// <summary>Records in a list, a line each.</summary>
internal static class EventLines
{
    /// <summary>The lines: so many of the first and of the last, where there are more.</summary>
    internal static IEnumerable<string> Of(IEnumerable<JournalRecord> records, int first, int last)
    {
        var all = records.ToList();
        int left = all.Count - first - last;
        // A line that says one is left out is as long as that one.
        if (left <= 1) return all.Select(Of);
        return [.. all.Take(first).Select(Of), $"... {Words.Count(left)} more ...", .. all.TakeLast(last).Select(Of)];
    }

    internal static string Of(JournalRecord record) => FormattableString.Invariant($"{record.Sequence}  {record.At.UtcDateTime:yyyy-MM-dd HH:mm}  {record.Kind}  {JournalBrief.Of(record)}");
}
