using System.Buffers.Binary;
using static Homeostat.Batches.FingerprintFormat;

namespace Homeostat.Batches;

/// <summary>Fingerprints as files: compact, versioned, checked. docs/fingerprint-format.md describes every byte.</summary>
/// <remarks>The same fingerprint always gives the same bytes, so a file can be named after its content.</remarks>
public static class FingerprintFile
{
    // Memory is taken as bytes arrive, not as a damaged header asks.
    private const int ReadAtOnce = 1 << 20;

    /// <summary>Writes a fingerprint; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The fingerprint contradicts itself: counts that do not fit the cells, other columns than the schema.</exception>
    public static void Write(Fingerprint fingerprint, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentNullException.ThrowIfNull(stream);
        var body = new ByteWriter();
        FingerprintWriter.Write(body, fingerprint);
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[MajorAt..], Major);
        BinaryPrimitives.WriteUInt16LittleEndian(header[MinorAt..], Minor);
        BinaryPrimitives.WriteUInt32LittleEndian(header[LengthAt..], (uint)body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[ChecksumAt..], Checksum(header, body.Written));
        stream.Write(header);
        stream.Write(body.Written);
    }

    /// <summary>Reads a fingerprint up to the end of the stream; the stream stays open.</summary>
    /// <param name="stream">A stream at the first byte of the fingerprint.</param>
    /// <param name="name">What the stream is called in messages, usually the path.</param>
    /// <exception cref="BadInputException">The file is cut or damaged (<see cref="ErrorCodes.FingerprintDamaged"/>) or of a newer major version
    /// (<see cref="ErrorCodes.FingerprintNewer"/>).</exception>
    public static Fingerprint Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> header = stackalloc byte[HeaderLength];
        int got = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (!IsFingerprint(header[..got])) throw Damaged(name, "it does not start like a fingerprint");
        if (got >= MinorAt) CheckMajor(name, BinaryPrimitives.ReadUInt16LittleEndian(header[MajorAt..]));
        if (got < HeaderLength) throw Damaged(name, $"it ends after {got} bytes");
        byte[] body = ReadBody(stream, name, BinaryPrimitives.ReadUInt32LittleEndian(header[LengthAt..]));
        if (Checksum(header, body) != BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumAt..])) throw Damaged(name, "its checksum does not fit its bytes");
        var reader = new ByteReader(body, name, HeaderLength);
        return FingerprintReader.Read(ref reader, lenient: BinaryPrimitives.ReadUInt16LittleEndian(header[MinorAt..]) > Minor);
    }

    /// <summary>Whether a file that starts with these bytes is a fingerprint, of whatever version. Eight bytes are enough, fewer give false.</summary>
    public static bool IsFingerprint(ReadOnlySpan<byte> firstBytes) => firstBytes.StartsWith(Magic);

    internal static BadInputException Damaged(string name, string how) => new(
        ErrorCodes.FingerprintDamaged,
        $"{name} is no whole fingerprint: {how}.",
        "Counts from a cut or changed file would judge wrongly.",
        "Copy the file again, or profile the data again.");

    private static byte[] ReadBody(Stream stream, string name, uint length)
    {
        if (length > Array.MaxLength) throw Damaged(name, $"its header speaks of {length} bytes");
        var body = new byte[Math.Min((int)length, ReadAtOnce)];
        int read = stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
        while (read == body.Length && read < length)
        {
            Array.Resize(ref body, (int)Math.Min(length, 2L * read));
            read += stream.ReadAtLeast(body.AsSpan(read), body.Length - read, throwOnEndOfStream: false);
        }
        if (read < length) throw Damaged(name, $"it ends after {HeaderLength + (long)read} of {HeaderLength + (long)length} bytes");
        return stream.ReadByte() < 0 ? body : throw Damaged(name, $"there are bytes behind the {HeaderLength + (long)length} its header speaks of");
    }

    private static void CheckMajor(string name, ushort major)
    {
        if (major == 0) throw Damaged(name, "version 0 was never written");
        if (major <= Major) return;
        throw new BadInputException(
            ErrorCodes.FingerprintNewer,
            $"{name} has format version {major}, this program reads up to version {Major}.",
            "A newer format may count differently.",
            "Update homeostat, or profile the data again with this version.");
    }
}
