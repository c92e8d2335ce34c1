using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Fingerprints read lately, by the hash of their file: windows add up the same ones with every batch. The longest unused are forgotten first.
/// </summary>
/// <param name="most">Bytes of their files together.</param>
internal sealed class RecentFingerprints(long most = 64 * 1024 * 1024)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byHash = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    internal Fingerprint? Find(string hash)
    {
        lock (_lock)
        {
            if (!_byHash.TryGetValue(hash, out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Fingerprint;
        }
    }

    internal void Add(string hash, Fingerprint fingerprint, long bytes)
    {
        lock (_lock)
        {
            if (bytes > most || _byHash.ContainsKey(hash)) return;
            _byHash.Add(hash, _byUse.AddFirst(new Entry(hash, fingerprint, bytes)));
            _bytes += bytes;
            while (_bytes > most)
            {
                var oldest = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _byHash.Remove(oldest.Hash);
                _bytes -= oldest.Bytes;
            }
        }
    }

    private sealed record Entry(string Hash, Fingerprint Fingerprint, long Bytes);
}
