using System.IO.Compression;
using System.Text;

namespace Homeostat.Loop;

/// <summary>Writes a prediction log: see <see cref="PredictionLog"/> for the format.</summary>
internal sealed class PredictionLogWriter : IDisposable
{
    private readonly ZLibStream _packed;
    private readonly BinaryWriter _writer;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private long _lastTime;

    public PredictionLogWriter(Stream target)
    {
        target.Write(PredictionLog.Magic);
        _packed = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true);
        _writer = new BinaryWriter(_packed, Encoding.UTF8, leaveOpen: true);
    }

    public long Rows { get; private set; }

    public void Write(in LoggedPrediction row)
    {
        _writer.Write((byte)((row.Score is null ? 0 : PredictionLog.HasScore) | (row.Time is null ? 0 : PredictionLog.HasTime)));
        _writer.Write(row.Id);
        WriteText(row.Prediction);
        if (row.Score is { } score) _writer.Write(score);
        if (row.Time is { } time)
        {
            long at = time.ToUnixTimeMilliseconds(), step = at - _lastTime;
            _writer.Write7BitEncodedInt64((step << 1) ^ (step >> 63));
            _lastTime = at;
        }
        Rows++;
    }

    /// <summary>Writes the end, without which a log counts as cut.</summary>
    public void Complete()
    {
        _writer.Write(PredictionLog.End);
        _writer.Write7BitEncodedInt64(Rows);
        _writer.Flush();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _packed.Dispose();
    }

    private void WriteText(string text)
    {
        if (_texts.TryGetValue(text, out int known))
        {
            _writer.Write7BitEncodedInt(known + 1);
            return;
        }
        _writer.Write7BitEncodedInt(0);
        _writer.Write(text);
        if (_texts.Count < PredictionLog.MostTexts) _texts.Add(text, _texts.Count);
    }
}
