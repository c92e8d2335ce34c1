using System.Text.Json;

namespace Homeostat.ModelRuntime;

/// <summary>What was asked so far, and which values the model had to do without.</summary>
internal sealed class ServingCounters(string[] features)
{
    private readonly long[] _missing = new long[features.Length], _unreadable = new long[features.Length], _unseen = new long[features.Length];
    private long _requests, _rows, _refused;

    internal void Scored(int rows)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _rows, rows);
    }

    internal void Refused() => Interlocked.Increment(ref _refused);

    internal void Missing(int feature) => Interlocked.Increment(ref _missing[feature]);

    internal void Unreadable(int feature) => Interlocked.Increment(ref _unreadable[feature]);

    internal void Unseen(int feature) => Interlocked.Increment(ref _unseen[feature]);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("requests"u8, Interlocked.Read(ref _requests));
        json.WriteNumber("refused"u8, Interlocked.Read(ref _refused));
        json.WriteNumber("rows"u8, Interlocked.Read(ref _rows));
        Write(json, "missing", _missing);
        Write(json, "unreadable", _unreadable);
        Write(json, "unseen", _unseen);
    }

    private void Write(Utf8JsonWriter json, string name, long[] counts)
    {
        json.WriteStartObject(name);
        for (int i = 0; i < counts.Length; i++)
            if (Interlocked.Read(ref counts[i]) is > 0 and var count) json.WriteNumber(features[i], count);
        json.WriteEndObject();
    }
}
