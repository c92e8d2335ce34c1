namespace Homeostat.Bench.Data;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195): the same bits on every machine.</summary>
internal struct SplitMix(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>A generator for one block, unrelated to those of other seeds and blocks.</summary>
    public static SplitMix ForBlock(ulong seed, long block)
    {
        var outer = new SplitMix(seed);
        return new SplitMix(new SplitMix(outer.Next() + (ulong)block * Step).Next());
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        var z = _state += Step;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);
}
