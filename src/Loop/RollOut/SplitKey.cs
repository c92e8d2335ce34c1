using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>
/// Who gets the challenger in an A/B test: the same key always the same side. The first eight bytes of SHA-256 over salt, a zero byte and key, in
/// UTF-8, read as a big-endian fraction of 1, lie below the share or not; so any language can tell, and raising the share moves nobody back.
/// </summary>
public static class SplitKey
{
    private const int OnStack = 512;

    /// <summary>Whether the key belongs to the challenger.</summary>
    /// <param name="key">The value of the split column.</param>
    /// <param name="percent">The challenger's share, 0 to 100.</param>
    /// <param name="salt">What makes one test independent of another: the challenger's deployment, which no other rollout has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not 0 to 100.</exception>
    public static bool GoesToChallenger(ReadOnlySpan<char> key, int percent, string salt)
    {
        ArgumentNullException.ThrowIfNull(salt);
        if (percent is < 0 or > 100)
        {
            throw new ArgumentOutOfRangeException(
                nameof(percent), percent, $"'{nameof(percent)}' is {percent}. A share lies between 0 and 100. Pass whole percent.");
        }

        return (int)Math.BigMul(Point(key, salt), 100UL, out _) < percent;
    }

    /// <summary>Where the key lies: a fraction of 2^64.</summary>
    private static ulong Point(ReadOnlySpan<char> key, string salt)
    {
        int most = Encoding.UTF8.GetMaxByteCount(salt.Length) + 1 + Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> text = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        int length = Encoding.UTF8.GetBytes(salt, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(key, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
