namespace Homeostat.Statistics.Tests.Intervals;

public class Xoshiro256Tests
{
    [Fact]
    public void SplitMix64_PublishedSeed_GivesThePublishedNumber() // first output of the reference C code for seed 1234567
    {
        ulong state = 1234567;
        Assert.Equal(6457827717110365317UL, Xoshiro256.SplitMix64(ref state));
    }

    [Theory] // the reference C code of xoshiro256** transcribed to Python integers, seeded by four outputs of SplitMix64
    [InlineData(0, new[] { 11091344671253066420UL, 13793997310169335082UL, 1900383378846508768UL })]
    [InlineData(1, new[] { 12966619160104079557UL, 9600361134598540522UL, 10590380919521690900UL })]
    [InlineData(-1, new[] { 10328197420357168392UL, 14156678507024973869UL, 9357971779955476126UL })]
    public void Next_AnySeed_GivesTheReferenceSequence(int seed, ulong[] expected)
    {
        var random = new Xoshiro256(seed);
        Assert.Equal(expected, new[] { random.Next(), random.Next(), random.Next() });
    }

    [Fact]
    public void Below_AnyBound_StaysInsideAndReachesAll()
    {
        var random = new Xoshiro256(5);
        var seen = new int[7];
        for (var i = 0; i < 7_000; i++) seen[random.Below(7)]++;
        Assert.All(seen, count => Assert.InRange(count, 850, 1150));
    }
}
