using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Emulator;

/// <summary>Collector files: which one a line belongs to, and whole lines appended to it. Used by one thread.</summary>
internal sealed class CollectorFiles(string root, int start)
{
    private readonly Dictionary<string, Pending> _pending = new(StringComparer.Ordinal);

    /// <summary>Whether lines wait for <see cref="Flush"/>.</summary>
    internal bool HasPending => _pending.Count > 0;

    /// <summary>Where to write a line of a collection at a time; it ends with a line feed.</summary>
    internal IBufferWriter<byte> At(DeploymentRoute deployment, string collection, DateTimeOffset time)
    {
        string path = Path.Combine(root, deployment.Endpoint, deployment.Name, collection, Folder(deployment.Collector.RollingRate, time), Instance(deployment) + ".jsonl");
        if (!_pending.TryGetValue(path, out var pending)) _pending[path] = pending = new Pending(deployment.Meter, collection, time);
        pending.Lines++;
        return pending.Text;
    }

    internal void Flush()
    {
        foreach (var (path, pending) in _pending)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
                file.Write(pending.Text.WrittenSpan);
                pending.Meter.CountCollected(pending.Time, pending.Collection, pending.Lines);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A model answers though its collector cannot write; the metric tells how many lines are missing.
                for (int i = 0; i < pending.Lines; i++) pending.Meter.CountLost(pending.Time, pending.Collection, "WriteFailed");
            }
        }
        _pending.Clear();
    }

    internal static string Folder(string rollingRate, DateTimeOffset time) => time.UtcDateTime.ToString(rollingRate switch
    {
        "Year" => "yyyy",
        "Month" => "yyyy'/'MM",
        "Day" => "yyyy'/'MM'/'dd",
        "Minute" => "yyyy'/'MM'/'dd'/'HH'/'mm",
        _ => "yyyy'/'MM'/'dd'/'HH",
    }, CultureInfo.InvariantCulture);

    // 32 hex digits for the writer, 6 digits for its how-many-eth file. A restarted emulator is another writer: what it finds stays as it is.
    private string Instance(DeploymentRoute deployment) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{deployment.Id}\n{start}"))).AsSpan(0, 16)) + "000000";

    private sealed class Pending(DeploymentMeter meter, string collection, DateTimeOffset time)
    {
        internal ArrayBufferWriter<byte> Text { get; } = new(4096);

        internal DeploymentMeter Meter => meter;

        internal string Collection => collection;

        internal DateTimeOffset Time => time;

        internal int Lines { get; set; }
    }
}
