namespace Homeostat.Loop;

/// <summary>Which batches may be part of a dataset.</summary>
internal static class DatasetFilter
{
    /// <summary>In order of time; every other batch is added to those left out.</summary>
    public static List<DatasetBatch> Usable(IEnumerable<DatasetBatch> batches, DatasetWindow window, List<LeftOut> leftOut)
    {
        List<DatasetBatch> usable = [];
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        foreach (var batch in batches.OrderBy(b => b.From).ThenBy(b => b.To).ThenBy(b => b.Name, StringComparer.Ordinal))
        {
            string? reason = Reason(batch, window);
            if (reason is null && !seen.TryAdd(batch.Hash, batch.Name))
                reason = $"It has the same content as {seen[batch.Hash]}; a row on both sides of the split would leak.";
            if (reason is null) usable.Add(batch);
            else leftOut.Add(new LeftOut(batch.Name, reason));
        }

        return usable;
    }

    private static string? Reason(DatasetBatch batch, DatasetWindow window)
    {
        if (batch.Quarantined) return "It is in quarantine: broken data are never trained on.";
        if (batch.To < window.From) return $"It ended at {DurationWords.Of(batch.To)}, before the window ({DurationWords.Of(window.From)}).";
        if (batch.To > window.To) return $"It ended at {DurationWords.Of(batch.To)}, after the window ({DurationWords.Of(window.To)}).";
        return batch.LabelledRows <= 0 ? "None of its rows has a label yet." : null;
    }
}
