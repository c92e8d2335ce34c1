using System.Numerics;

namespace Homeostat.Batches.Tests;

public class PowersOfFiveTests
{
    [Fact]
    public void Table_EveryEntry_IsTheTruncatedPower()
    {
        for (int q = PowersOfFive.Min; q <= PowersOfFive.Max; q++)
        {
            int at = (q - PowersOfFive.Min) * 2;
            var entry = new BigInteger(PowersOfFive.Table[at]) << 64 | PowersOfFive.Table[at + 1];
            Assert.True(Expected(q) == entry, $"5^{q}");
        }
    }

    // Lemire 2021, section 5: floor of the normalised power; reciprocals down to 5^-27 are rounded up, which makes them exact enough.
    private static BigInteger Expected(int q)
    {
        var power = BigInteger.Pow(5, Math.Abs(q));
        int bits = (int)power.GetBitLength();
        if (q >= 0) return bits > 128 ? power >> (bits - 128) : power << (128 - bits);
        var reciprocal = (BigInteger.One << (2 * bits + 128)) / power;
        int excess = (int)reciprocal.GetBitLength() - 128;
        return (reciprocal >> excess) + (q >= -27 ? 1 : 0);
    }
}
