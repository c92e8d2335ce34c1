namespace Homeostat.Batches.Tests;

/// <summary>Seeded damage to bytes: what transfers, disks and hostile hands do.</summary>
internal static class Mutations
{
    private static readonly byte[] _tokens = "{}[],:\"\\ u0-9eE.+tfn\n\r\t\0\u007f"u8.ToArray();

    internal static byte[] Of(ReadOnlySpan<byte> bytes, Random random)
    {
        var mutated = bytes.ToArray().ToList();
        for (int times = random.Next(1, 4); times > 0 && mutated.Count > 0; times--) Once(mutated, random);
        return [.. mutated];
    }

    private static void Once(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        int length = random.Next(1, 1 + Math.Min(20, bytes.Count - at));
        switch (random.Next(7))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: bytes[at] = _tokens[random.Next(_tokens.Length)]; break;
            case 3: bytes.Insert(at, _tokens[random.Next(_tokens.Length)]); break;
            case 4: bytes.RemoveRange(at, length); break;
            case 5: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
        }
    }
}
