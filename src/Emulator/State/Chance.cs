namespace Homeostat.Emulator;

/// <summary>Chance from a seed and a number: the same two give the same draw (SplitMix64; Steele, Lea and Flood, 2014).</summary>
internal static class Chance
{
    internal static ulong Draw(ulong seed, ulong number)
    {
        unchecked
        {
            ulong z = (seed * 0xD1342543DE82EF95UL) + ((number + 1) * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 up to below 1.</summary>
    internal static double Unit(ulong seed, ulong number) => (Draw(seed, number) >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to 99.</summary>
    internal static int Percent(ulong seed, ulong number) => (int)(Draw(seed, number) % 100);

    /// <summary>A text as a number (FNV-1a; Fowler, Noll and Vo).</summary>
    internal static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in text) hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }
}
