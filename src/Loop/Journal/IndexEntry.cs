using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>One record in the index.</summary>
/// <param name="Hash">The first eight bytes of its id's SHA-256.</param>
/// <param name="Offset">Where its line starts.</param>
internal readonly record struct IndexEntry(ulong Hash, long Offset)
{
    internal static ulong HashOf(string id) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
