using System.Runtime.InteropServices;

namespace Homeostat.Emulator;

/// <summary>Ids for requests and lines, of the form of random UUIDs: the same sequence for the same seed and start.</summary>
internal sealed class RequestIds(ulong seed, ulong start)
{
    private readonly ulong _seed = Chance.Draw(seed, start);
    private long _last;

    internal string Next()
    {
        ulong number = 2 * (ulong)Interlocked.Increment(ref _last);
        Span<ulong> halves = [Chance.Draw(_seed, number), Chance.Draw(_seed, number + 1)];
        var bytes = MemoryMarshal.AsBytes(halves);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
