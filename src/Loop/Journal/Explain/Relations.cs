namespace Homeostat.Loop;

/// <summary>Which records belong to one: of the same file, of the same incident, and the batches behind a cause.</summary>
internal sealed class Relations(IReadOnlyList<JournalRecord> records)
{
    private const int Near = 2;

    private readonly JournalFold _fold = JournalFold.Of(records);

    internal Incident? IncidentOf(JournalRecord record) => _fold.Incidents.LastOrDefault(incident => incident.Records.Contains(record.Sequence));

    /// <summary>The records that belong to one, without it, in order.</summary>
    internal IEnumerable<JournalRecord> Of(JournalRecord record)
    {
        var ids = new HashSet<long>();
        if (IncidentOf(record) is { } incident) ids.UnionWith(incident.Records);
        string? file = FileOf(record);
        if (file is not null) ids.UnionWith(records.Where(other => FileOf(other) == file).Select(other => other.Sequence));
        ids.UnionWith(Behind(record));
        ids.UnionWith(SameCause(record));
        // What belongs to nothing is told with what stands beside it.
        if (ids.Count == 0) ids.UnionWith(records.Where(other => Math.Abs(other.Sequence - record.Sequence) <= Near).Select(other => other.Sequence));
        return records.Where(other => other.Sequence != record.Sequence && ids.Contains(other.Sequence));
    }

    /// <summary>"batch/x" or "labels/x"; null for what is about no file.</summary>
    internal static string? FileOf(JournalRecord record)
    {
        string[] parts = record.Id.Split('/');
        return parts.Length >= 3 && parts[0] is "batch" or "labels" ? $"{parts[0]}/{parts[1]}" : null;
    }

    // The cause that the judge names is told to the controller in its own words. The same words may come again another day: the nearest are meant.
    private IEnumerable<long> SameCause(JournalRecord record)
    {
        if (JournalFold.CauseOf(record) is not { Length: > 0 } cause) return [];
        var same = records.Where(other => (other.Kind == JournalKinds.Triaged) != (record.Kind == JournalKinds.Triaged) && JournalFold.CauseOf(other) == cause);
        var nearest = record.Kind == JournalKinds.Triaged
            ? same.FirstOrDefault(other => other.Sequence > record.Sequence)
            : same.LastOrDefault(other => other.Sequence < record.Sequence);
        return nearest is null ? [] : [nearest.Sequence];
    }

    /// <summary>The batches and labels that failed before, and made a breach repeat.</summary>
    private IEnumerable<long> Behind(JournalRecord record)
    {
        if (record.Kind != JournalKinds.Triaged) return [];
        try
        {
            var marks = record.Read<TriagedRecord>().Breaches.SelectMany(breach => breach.Before.Recent).Where(mark => mark.Failed);
            var failed = marks.SelectMany(mark => (string[])[mark.Batch, $"batch/{mark.Batch}/judged"]).ToHashSet(StringComparer.Ordinal);
            return records.Where(other => failed.Contains(other.Id)).Select(other => other.Sequence);
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread))
        {
            return [];
        }
    }
}
