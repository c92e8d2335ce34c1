using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>
/// The member names met so far, each with its column and with the name that followed it last time. Rows of one writer have their keys in
/// one order, so nearly every name is found by comparing it with the prediction; a hash table answers when the order changes.
/// </summary>
internal sealed class JsonKeys
{
    /// <summary>The head of the row object.</summary>
    internal const int Root = 1;

    private const int Slack = 16;

    private readonly JsonPaths _wanted;
    private readonly List<string> _paths = ["", ""];
    private readonly List<int> _indexKeys = [];
    private JsonKey[] _keys = new JsonKey[64];
    private int[] _buckets = new int[128];
    private byte[] _texts = new byte[1024];
    private int _count = Root + 1;
    private int _textEnd;

    internal JsonKeys(IReadOnlyDictionary<string, int> columns)
    {
        _wanted = new JsonPaths(columns);
        _keys[0].Column = _keys[Root].Column = -1;
    }

    /// <summary>The keys; the array changes when a key is added.</summary>
    internal JsonKey[] Keys => _keys;

    /// <summary>The paths without a column that have held a value, in the order they were met first.</summary>
    internal IReadOnlyList<string> Unknown()
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int key = Root + 1; key < _count; key++)
        {
            bool holdsValue = (_keys[key].Seen & JsonKeySeen.Value) != 0 || _keys[key].Seen == JsonKeySeen.Null;
            if (_keys[key].Column < 0 && holdsValue && seen.Add(_paths[key])) names.Add(_paths[key]);
        }
        return names;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte TextOf(in JsonKey key) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_texts), key.TextStart);

    /// <summary>The key with this text in this object; 0 when it is not to be remembered.</summary>
    /// <param name="owner">The head of the object.</param>
    /// <param name="raw">The name as written, escapes and all, without quotes.</param>
    internal int Find(int owner, ReadOnlySpan<byte> raw)
    {
        uint hash = Hash(owner, raw);
        for (int key = _buckets[hash & (uint)(_buckets.Length - 1)]; key != 0; key = _keys[key].Chain)
            if (_keys[key].Hash == hash && _keys[key].Owner == owner && raw.SequenceEqual(NameOf(key))) return key;
        return Add(owner, raw, hash);
    }

    /// <summary>The key of an element of an array that is read as a row: 0, 1, ...; 0 when it is not to be remembered.</summary>
    internal int FindIndex(int index)
    {
        if (index < _indexKeys.Count) return _indexKeys[index];
        Span<byte> digits = stackalloc byte[11];
        index.TryFormat(digits, out int length);
        int key = Find(Root, digits[..length]);
        if (index == _indexKeys.Count && index < JsonPaths.MaxUnknown) _indexKeys.Add(key);
        return key;
    }

    /// <summary>The head of the object that is the value of a key.</summary>
    internal int ChildOf(int key)
    {
        if (_keys[key].Child != 0) return _keys[key].Child;
        int head = NewKey(_paths[key]);
        _keys[head].Column = -1;
        return _keys[key].Child = head;
    }

    private int Add(int owner, ReadOnlySpan<byte> raw, uint hash)
    {
        if (raw.Length > JsonPaths.MaxNameBytes) return 0;
        string name = JsonEscapes.NameOf(raw);
        string path = owner == Root ? name : $"{_paths[owner]}.{name}";
        if (!_wanted.TryTake(path, isEscaped: raw.Contains((byte)'\\'), out int column)) return 0;
        int key = NewKey(path);
        ref JsonKey added = ref _keys[key];
        added.Column = column;
        (added.Owner, added.Hash) = (owner, hash);
        (added.Sibling, _keys[owner].Sibling) = (_keys[owner].Sibling, key);
        StoreText(ref added, raw);
        if (_count > _buckets.Length / 2) Rehash();
        else Chain(key);
        return key;
    }

    private int NewKey(string path)
    {
        if (_count == _keys.Length) Array.Resize(ref _keys, 2 * _keys.Length);
        _paths.Add(path);
        return _count++;
    }

    private void StoreText(ref JsonKey key, ReadOnlySpan<byte> raw)
    {
        int length = raw.Length + 3;
        if (_textEnd + length + Slack > _texts.Length) Array.Resize(ref _texts, 2 * _texts.Length + length + Slack);
        var text = _texts.AsSpan(_textEnd, length);
        text[0] = text[^2] = (byte)'"';
        text[^1] = (byte)':';
        raw.CopyTo(text[1..]);
        (key.TextStart, key.TextLength) = (_textEnd, length);
        _textEnd += length;
    }

    private void Rehash()
    {
        _buckets = new int[2 * _buckets.Length];
        for (int key = Root + 1; key < _count; key++)
            if (_keys[key].TextLength > 0) Chain(key);
    }

    private void Chain(int key)
    {
        ref int bucket = ref _buckets[_keys[key].Hash & (uint)(_buckets.Length - 1)];
        _keys[key].Chain = bucket;
        bucket = key;
    }

    private ReadOnlySpan<byte> NameOf(int key) => _texts.AsSpan(_keys[key].TextStart + 1, _keys[key].TextLength - 3);

    // Multiply and fold, eight bytes at a time.
    private static uint Hash(int owner, ReadOnlySpan<byte> raw)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)(uint)owner * Factor + (ulong)raw.Length;
        for (; raw.Length >= 8; raw = raw[8..]) hash = Mix(hash ^ MemoryMarshal.Read<ulong>(raw));
        foreach (byte b in raw) hash = (hash ^ b) * Factor;
        return (uint)(Mix(hash) >>> 32);

        static ulong Mix(ulong x)
        {
            x *= Factor;
            return x ^ (x >>> 29);
        }
    }
}
