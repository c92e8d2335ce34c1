using System.Buffers;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Rows on their way to an endpoint, as one JSON array.</summary>
internal sealed class ScoringChunk : IDisposable
{
    /// <summary>Rows a request: enough to be quick, few enough that requests tell of latency.</summary>
    internal const int Size = 100;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    internal ScoringChunk() => _json = new Utf8JsonWriter(_buffer);

    internal int Rows { get; private set; }

    internal bool IsFull => Rows == Size;

    internal void Add(DatasetRow row)
    {
        if (Rows++ == 0) _json.WriteStartArray();
        row.WriteFeatures(_json);
    }

    /// <summary>The rows so far; the next ones begin a new array.</summary>
    internal (byte[] Json, int Rows) Take()
    {
        _json.WriteEndArray();
        _json.Flush();
        var taken = (_buffer.WrittenSpan.ToArray(), Rows);
        _buffer.Clear();
        _json.Reset();
        Rows = 0;
        return taken;
    }

    public void Dispose() => _json.Dispose();
}
