using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.LocalHost;

/// <summary>Ids that are the same in every replay: version 5 of RFC 9562, section 5.5, over instance, run and a counter.</summary>
internal static class DeterministicGuid
{
    // Ours alone: a version 4 id, drawn once.
    private static readonly Guid s_namespace = new("6f1c4a52-93d7-4c0e-8b0a-5e2f7d9a41c3");

    public static Guid Of(string instance, int generation, int counter) =>
        Of(s_namespace, string.Create(CultureInfo.InvariantCulture, $"{instance}/{generation}/{counter}"));

    /// <summary>The id of a name in a namespace.</summary>
    public static Guid Of(Guid space, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        Span<byte> input = new byte[16 + text.Length];
        space.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        // The version asks for SHA-1; nothing here is a secret or a signature.
#pragma warning disable CA5350 // reason: version 5 is defined with SHA-1
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
