using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>A journal read from one record to another: where the model stands after it, and the incidents on the way.</summary>
internal sealed class JournalFold
{
    private readonly List<Incident> _incidents = [];
    private readonly Dictionary<string, JournalRecord> _causes = new(StringComparer.Ordinal);
    private JournalRecord? _last; // of the controller
    private Phase _beforeBreaker;
    private bool _open;

    internal Phase Phase { get; private set; }

    /// <summary>The record that brought it to its phase; null when none did.</summary>
    internal JournalRecord? Since { get; private set; }

    /// <summary>The record by which somebody paused the loop; null when it is not paused.</summary>
    internal JournalRecord? Paused { get; private set; }

    /// <summary>A retraining that waits; null when none does.</summary>
    internal JournalRecord? Waiting { get; private set; }

    internal IReadOnlyList<Incident> Incidents => _incidents;

    internal static JournalFold Of(IEnumerable<JournalRecord> records)
    {
        var fold = new JournalFold();
        foreach (var record in records) fold.Take(record);
        return fold;
    }

    /// <summary>The cause that a record names or was asked for by, in the judge's words or a person's; empty for others.</summary>
    internal static string CauseOf(JournalRecord record) => record.Kind switch
    {
        JournalKinds.Triaged => Text(record.Evidence, "triage", "reason"),
        JournalKinds.RetrainDecided or JournalKinds.RolledBack => Text(record.Evidence, "evidence", "request", "reason"),
        _ => "",
    };

    internal void Take(JournalRecord record)
    {
        // The cause that the judge names is told to the controller in its own words.
        if (record.Kind == JournalKinds.Triaged) _causes[CauseOf(record)] = record;
        if (!PhaseFold.IsOfTheController(record)) return;
        var before = Phase;
        if (record.Kind == JournalKinds.BreakerOpened) _beforeBreaker = before;
        // What was refused moved nothing.
        var after = record.Kind == JournalKinds.RollbackRefused && Since?.Kind == JournalKinds.BreakerOpened ? _beforeBreaker : PhaseFold.After(before, record);
        Note(record);
        if (after != before) (Phase, Since) = (after, record);
        Follow(record, before, after);
    }

    private void Note(JournalRecord record)
    {
        if (record.Kind == JournalKinds.Paused) Paused = record;
        if (record.Kind == JournalKinds.Resumed) Paused = null;
        if (record.Kind is JournalKinds.RetrainDecided or JournalKinds.RolledBack or JournalKinds.BreakerOpened) Waiting = null;
        if (record.Kind == JournalKinds.RetrainDecided && Text(record.Evidence, "decision", "action") == "wait") Waiting = record;
    }

    private void Follow(JournalRecord record, Phase before, Phase after)
    {
        if (!_open && record.Kind == JournalKinds.Escalated && IsOfTheLast(record)) Extend(record);
        else if (!_open && Opens(record, before, after)) Open(record);
        else if (_open) Extend(record);
        _open = !IsQuiet(after);
        if (!_open && _incidents.Count > 0 && _incidents[^1].Records[^1] == record.Sequence) _incidents[^1] = _incidents[^1] with { To = record.At, End = JournalBrief.WithCause(record) };
        _last = record;
    }

    // Traffic that was there already is proved and nothing more: such a rollback has one record.
    private static bool Opens(JournalRecord record, Phase before, Phase after) =>
        !IsQuiet(after) || record.Kind == JournalKinds.RolledBack || (after == Phase.Escalated && before == Phase.Steady);

    private void Open(JournalRecord record)
    {
        // The governor calls a person instead of starting: its decision is what began.
        var first = record.Kind == JournalKinds.Escalated && _last?.Kind == JournalKinds.RetrainDecided ? _last : record;
        var incident = new Incident(Incident.IdOf(first.Sequence), first.At, first.Summary, first == record ? [record.Sequence] : [first.Sequence, record.Sequence]);
        _incidents.Add(Caused(incident, first));
    }

    private void Extend(JournalRecord record) => _incidents[^1] = Caused(_incidents[^1] with { Records = _incidents[^1].Records.Add(record.Sequence) }, record);

    /// <summary>The incident with the cause that a record names, and the judge's record of it.</summary>
    private Incident Caused(Incident incident, JournalRecord record)
    {
        // The shift that begins a rollback does not say what it is for; later on, the incident has its cause.
        string cause = record.Kind == JournalKinds.RetrainDecided || (record.Kind == JournalKinds.RolledBack && incident.Records.Length <= 2) ? CauseOf(record) : "";
        if (cause.Length == 0) return incident;
        if (!_causes.Remove(cause, out var named)) return incident with { Cause = cause };
        return incident with { Cause = cause, From = named.At, Records = incident.Records.Insert(0, named.Sequence) };
    }

    // The last straw: the rejection ended the incident, and its count calls a person in the same moment.
    private bool IsOfTheLast(JournalRecord record) =>
        _last is not null && _incidents.Count > 0 && _incidents[^1].To == record.At && _incidents[^1].Records[^1] == _last.Sequence;

    private static bool IsQuiet(Phase phase) => phase is Phase.Steady or Phase.Escalated;

    private static string Text(JsonElement evidence, params string[] path)
    {
        foreach (string member in path)
            if (evidence.ValueKind != JsonValueKind.Object || !evidence.TryGetProperty(member, out evidence)) return "";
        return evidence.ValueKind == JsonValueKind.String ? evidence.GetString()! : "";
    }
}
