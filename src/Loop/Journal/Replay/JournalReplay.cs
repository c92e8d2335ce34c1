namespace Homeostat.Loop;

/// <summary>Makes journaled decisions again: the policies are pure, so the same evidence gives the same verdict.</summary>
public static class JournalReplay
{
    /// <summary>Makes one decision again from its evidence alone; one that was made from counts in storage is <see cref="ReplayEnd.Unavailable"/>.</summary>
    public static ReplayResult Check(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            return ControlReplay.Check(record) ?? DataReplay.Check(record) ?? (CountsReplay.Needs(record)
                ? ReplayResult.Missing(record, "counts in storage, which were not asked for")
                : ReplayResult.NotJudged);
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread))
        {
            return ReplayResult.Unreadable(record, unread);
        }
    }

    /// <summary>Makes one decision again, reading the counts it was made from where there are any. Changes nothing.</summary>
    /// <param name="record">The decision.</param>
    /// <param name="store">Where the counts are.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<ReplayResult> CheckAsync(JournalRecord record, IBlobStore store, CancellationToken cancellation)
    {
        var result = Check(record);
        if (result.End != ReplayEnd.Unavailable) return result;
        try
        {
            return await new CountsReplay(store).CheckAsync(record, cancellation);
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread))
        {
            return ReplayResult.Unreadable(record, unread);
        }
    }

    internal static T Read<T>(this JournalRecord record) => (T)DurableJson.Read(record.Evidence, typeof(T))!;
}
