using System.Text;

namespace Homeostat.ModelRuntime;

/// <summary>Finds features by the names of JSON members.</summary>
internal sealed class FeatureNames
{
    private readonly byte[][] _names;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _places;

    internal FeatureNames(IEnumerable<string> names)
    {
        _names = [.. names.Select(Encoding.UTF8.GetBytes)];
        var places = new Dictionary<byte[], int>(new Utf8Comparer());
        for (int i = 0; i < _names.Length; i++) places.Add(_names[i], i);
        _places = places.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The feature of this name; -1 for none. Rows name their members in one order: the next one is tried first.</summary>
    internal int Find(ReadOnlySpan<byte> name, int next)
    {
        if (next < _names.Length && name.SequenceEqual(_names[next])) return next;
        return _places.TryGetValue(name, out int place) ? place : -1;
    }
}
