using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Homeostat.Loop;

/// <summary>
/// Where 256 records of a month stand and what their ids hash to; a month that is closed may end with fewer. Of fixed size and with a checksum,
/// so any block is found by its number, and a damaged one is no worse than a missing one.
/// </summary>
/// <param name="First">Sequence number of its first record.</param>
/// <param name="Entries">One a record, in order.</param>
/// <param name="End">Where the record after its last starts.</param>
internal sealed record IndexBlock(long First, IReadOnlyList<IndexEntry> Entries, long End)
{
    internal const int Capacity = 256;
    internal const int Size = Header + (Capacity * EntrySize) + SHA256.HashSizeInBytes;

    private const int Header = 3 * sizeof(long);
    private const int EntrySize = 2 * sizeof(long);

    internal byte[] ToBytes()
    {
        byte[] bytes = new byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, First);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), End);
        for (int i = 0; i < Entries.Count; i++)
        {
            var place = bytes.AsSpan(Header + (i * EntrySize));
            BinaryPrimitives.WriteUInt64LittleEndian(place, Entries[i].Hash);
            BinaryPrimitives.WriteInt64LittleEndian(place[8..], Entries[i].Offset);
        }
        SHA256.HashData(bytes.AsSpan(..^SHA256.HashSizeInBytes), bytes.AsSpan(Size - SHA256.HashSizeInBytes));
        return bytes;
    }

    /// <summary>The block in these bytes; null when they are damaged or too few.</summary>
    internal static IndexBlock? From(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size || !SHA256.HashData(bytes[..(Size - SHA256.HashSizeInBytes)]).AsSpan().SequenceEqual(bytes[(Size - SHA256.HashSizeInBytes)..Size])) return null;
        var entries = new IndexEntry[BinaryPrimitives.ReadInt64LittleEndian(bytes[8..])];
        for (int i = 0; i < entries.Length; i++)
        {
            var place = bytes[(Header + (i * EntrySize))..];
            entries[i] = new(BinaryPrimitives.ReadUInt64LittleEndian(place), BinaryPrimitives.ReadInt64LittleEndian(place[8..]));
        }
        return new(BinaryPrimitives.ReadInt64LittleEndian(bytes), entries, BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]));
    }
}
