using System.IO.Compression;
using System.Text;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Reads a prediction log: see <see cref="PredictionLog"/> for the format.</summary>
internal sealed class PredictionLogReader : IDisposable
{
    private readonly string _name;
    private readonly ZLibStream _packed;
    private readonly BinaryReader _reader;
    private readonly List<string> _texts = [];
    private long _lastTime;
    private long _rows;

    public PredictionLogReader(Stream source, string name)
    {
        _name = name;
        Span<byte> start = stackalloc byte[PredictionLog.Magic.Length];
        int read = source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read < start.Length || !start[..^1].SequenceEqual(PredictionLog.Magic[..^1])) throw Damaged("it does not start like one");
        if (start[^1] != PredictionLog.Magic[^1]) throw Damaged($"its version is {start[^1]}, this program reads version {PredictionLog.Magic[^1]}");
        _packed = new ZLibStream(source, CompressionMode.Decompress, leaveOpen: true);
        _reader = new BinaryReader(_packed, Encoding.UTF8, leaveOpen: true);
    }

    public bool TryRead(out LoggedPrediction row)
    {
        try
        {
            return TryReadRow(out row);
        }
        catch (EndOfStreamException)
        {
            throw Damaged($"it ends after {_rows} rows, without its end mark");
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or ArgumentException or IOException)
        {
            throw Damaged($"row {_rows + 1} cannot be read ({e.Message.TrimEnd('.')})");
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _packed.Dispose();
    }

    private bool TryReadRow(out LoggedPrediction row)
    {
        row = default;
        byte kind = _reader.ReadByte();
        if (kind == PredictionLog.End)
        {
            long rows = _reader.Read7BitEncodedInt64();
            return rows == _rows ? false : throw new InvalidDataException($"the end mark speaks of {rows} rows");
        }
        if (kind > (PredictionLog.HasScore | PredictionLog.HasTime)) throw new InvalidDataException($"kind {kind}");
        string id = _reader.ReadString(), prediction = ReadText();
        double? score = (kind & PredictionLog.HasScore) != 0 ? _reader.ReadDouble() : null;
        row = new LoggedPrediction(id, prediction, score, (kind & PredictionLog.HasTime) != 0 ? ReadTime() : null);
        _rows++;
        return true;
    }

    private string ReadText()
    {
        int known = _reader.Read7BitEncodedInt();
        if (known > 0) return known <= _texts.Count ? _texts[known - 1] : throw new InvalidDataException($"text {known} of {_texts.Count}");
        if (known < 0) throw new InvalidDataException($"text {known}");
        string text = _reader.ReadString();
        if (_texts.Count < PredictionLog.MostTexts) _texts.Add(text);
        return text;
    }

    private DateTimeOffset ReadTime()
    {
        long step = _reader.Read7BitEncodedInt64();
        _lastTime += (long)((ulong)step >> 1) ^ -(step & 1);
        return DateTimeOffset.FromUnixTimeMilliseconds(_lastTime);
    }

    private BadInputException Damaged(string how) => new(
        ErrorCodes.PredictionLogDamaged,
        $"{_name} is no whole prediction log: {how}.",
        "Labels would be joined to some of the batch's predictions only.",
        "Delete it and drop the batch again; it is written anew.");
}
