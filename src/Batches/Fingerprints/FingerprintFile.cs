namespace Homeostat.Batches;

/// <summary>Fingerprints as files: compact, versioned, checked. docs/fingerprint-format.md describes every byte.</summary>
/// <remarks>The same fingerprint always gives the same bytes, so a file can be named after its content.</remarks>
public static class FingerprintFile
{
    /// <summary>Writes a fingerprint; the stream stays open.</summary>
    public static void Write(Fingerprint fingerprint, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentNullException.ThrowIfNull(stream);
        throw new NotSupportedException("Not written yet.");
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
        throw new NotSupportedException("Not written yet.");
    }

    /// <summary>Whether a file that starts with these bytes is a fingerprint, of whatever version. Eight bytes are enough, fewer give false.</summary>
    public static bool IsFingerprint(ReadOnlySpan<byte> firstBytes) => false;
}
