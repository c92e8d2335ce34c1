namespace Homeostat.Batches;

/// <summary>Arrays that the columns of one worker use one after the other.</summary>
internal sealed class CountScratch
{
    private ulong[] _hashes = [];

    internal Span<ulong> Hashes(int count)
    {
        if (_hashes.Length < count) _hashes = new ulong[count];
        return _hashes.AsSpan(0, count);
    }
}
