using System.Text;

namespace Homeostat.Cli.Tests.Fuzzing;

/// <summary>Damages bytes the way disks, copies, spreadsheets and programs do; the same seed damages the same way.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly byte[][] s_intruders =
    [
        [.. "\""u8], [.. "\"\""u8], [.. "\n"u8], [.. "\r\n"u8], [.. "\r"u8], [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xC3], [.. ","u8], [.. ";"u8],
        [.. "1e999"u8], [.. "-1e308"u8], [.. "99999999999999999999999999"u8], [.. "NaN"u8], [.. "-inf"u8], [.. "{"u8], [.. "}"u8], [.. "[]"u8],
        [.. "null"u8], [.. "\\u0000"u8], [.. "\\ud800"u8], [.. "2026-02-30T25:61:61Z"u8], [0x1F, 0x8B], [.. "PAR1"u8], [0x1B, (byte)'['],
    ];

    private readonly Random _random = new(seed);

    /// <summary>One to eight mutations, one after the other.</summary>
    public byte[] Mutate(byte[] bytes, byte[] other)
    {
        var result = bytes.ToList();
        for (int left = _random.Next(1, 9); left > 0; left--) MutateOnce(result, other);
        return [.. result];
    }

    private void MutateOnce(List<byte> bytes, byte[] other)
    {
        switch (_random.Next(9))
        {
            case 0: FlipBit(bytes); break;
            case 1: Truncate(bytes); break;
            case 2: bytes.InsertRange(Place(bytes), Stretch(bytes)); break;
            case 3: Remove(bytes); break;
            case 4: bytes.InsertRange(Place(bytes), s_intruders[_random.Next(s_intruders.Length)]); break;
            case 5: bytes.InsertRange(Place(bytes), Run()); break;
            case 6: bytes.InsertRange(Place(bytes), Stretch([.. other])); break;
            case 7: if (bytes.Count > 0) bytes[_random.Next(bytes.Count)] = (byte)_random.Next(256); break;
            default: Overwrite(bytes, s_intruders[_random.Next(s_intruders.Length)]); break;
        }
    }

    private void FlipBit(List<byte> bytes)
    {
        if (bytes.Count > 0) bytes[_random.Next(bytes.Count)] ^= (byte)(1 << _random.Next(8));
    }

    // Mostly near the end: a copy that was cut is cut there, and a cut at the start leaves little to test.
    private void Truncate(List<byte> bytes)
    {
        int keep = _random.Next(4) == 0 ? Place(bytes) : bytes.Count - _random.Next(Math.Min(bytes.Count, 64) + 1);
        bytes.RemoveRange(keep, bytes.Count - keep);
    }

    private void Remove(List<byte> bytes)
    {
        int from = Place(bytes);
        bytes.RemoveRange(from, _random.Next(Math.Min(200, bytes.Count - from) + 1));
    }

    private void Overwrite(List<byte> bytes, byte[] with)
    {
        int at = Place(bytes);
        for (int i = 0; i < with.Length && at + i < bytes.Count; i++) bytes[at + i] = with[i];
    }

    private List<byte> Stretch(List<byte> of)
    {
        int from = Place(of);
        return of.GetRange(from, _random.Next(Math.Min(400, of.Count - from) + 1));
    }

    private byte[] Run()
    {
        var run = new byte[_random.Next(3) == 0 ? _random.Next(300_000) : _random.Next(500)];
        run.AsSpan().Fill(Encoding.ASCII.GetBytes("7,\"\n a{[")[_random.Next(8)]);
        return run;
    }

    private int Place(List<byte> bytes) => _random.Next(bytes.Count + 1);
}
