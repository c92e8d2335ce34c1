namespace Homeostat.Loop;

/// <summary>Joins labels to the predictions of batches, however late the labels are: the same files and logs give the same rows and counts.</summary>
public sealed class LabelJoin(LabelTable labels)
{
    private long _predictions, _joined, _new, _timed, _delaySum;
    private TimeSpan _longest;

    /// <summary>What came of it so far; whole once every log was read to its end.</summary>
    public LabelCounts Counts => new()
    {
        Files = labels.Files,
        Rows = labels.Rows,
        Incomplete = labels.Incomplete,
        Ids = labels.Count,
        Repeated = labels.Repeated,
        Conflicts = labels.Conflicts,
        Predictions = _predictions,
        Joined = _joined,
        New = _new,
        Unknown = labels.Ids(entry => !entry.IsUsed),
        LongestDelay = _timed == 0 ? null : _longest,
        MeanDelay = _timed == 0 ? null : TimeSpan.FromMilliseconds(_delaySum / _timed),
    };

    /// <summary>The predictions of one log that have a label, in its order. Call once a log.</summary>
    public IEnumerable<LabelledRow> Join(IEnumerable<LoggedPrediction> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        foreach (var prediction in log)
        {
            _predictions++;
            if (labels.Find(prediction.Id) is not { } entry) continue;
            entry.IsUsed = true;
            _joined++;
            if (entry.File == labels.Files) _new++;
            if (prediction.Time is { } time) AddDelay(entry.ArrivedAt - time);
            yield return new LabelledRow(prediction, entry.Label, entry.ArrivedAt);
        }
    }

    // A label may be there before its prediction, by clocks that differ: that is no delay.
    private void AddDelay(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero) delay = TimeSpan.Zero;
        _timed++;
        _delaySum += (long)delay.TotalMilliseconds;
        if (delay > _longest) _longest = delay;
    }
}
