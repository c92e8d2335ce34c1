namespace Homeostat.Loop.Tests.RollOut;

public class SplitKeyTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(90)]
    public void GoesToChallenger_SharesAreKept(int percent)
    {
        int hits = Enumerable.Range(0, 20_000).Count(i => SplitKey.GoesToChallenger($"customer-{i}", percent, "rollout-7"));
        double expected = 200.0 * percent, sd = Math.Sqrt(20_000 * percent / 100.0 * (1 - percent / 100.0));
        Assert.InRange(hits, expected - 4 * sd, expected + 4 * sd);
    }

    [Fact]
    public void GoesToChallenger_LargerShares_MoveNobodyBack()
    {
        for (int i = 0; i < 200; i++)
        {
            bool before = false;
            for (int percent = 0; percent <= 100; percent++)
            {
                bool now = SplitKey.GoesToChallenger($"key {i}", percent, "s");
                Assert.True(now || !before);
                before = now;
            }

            Assert.True(before);
            Assert.False(SplitKey.GoesToChallenger($"key {i}", 0, "s"));
        }
    }

    [Fact]
    public void GoesToChallenger_AnotherSalt_IsAnotherDraw()
    {
        int both = Enumerable.Range(0, 10_000).Count(i => SplitKey.GoesToChallenger($"{i}", 50, "a") && SplitKey.GoesToChallenger($"{i}", 50, "b"));
        Assert.InRange(both, 2_300, 2_700); // a quarter, when independent
    }

    // Python: int.from_bytes(hashlib.sha256(salt.encode() + b'\0' + key.encode()).digest()[:8], 'big') * 100 >> 64
    [Theory]
    [InlineData("rollout-7", "customer-1", 23)]
    [InlineData("rollout-7", "Zoë", 44)]
    [InlineData("", "", 43)]
    public void GoesToChallenger_AnyLanguage_AgreesWhoGoes(string salt, string key, int point)
    {
        Assert.False(SplitKey.GoesToChallenger(key, point, salt));
        Assert.True(SplitKey.GoesToChallenger(key, point + 1, salt));
    }

    [Fact]
    public void GoesToChallenger_LongKeysAndHalfCharacters_HaveAPlace()
    {
        Assert.True(SplitKey.GoesToChallenger(new string('x', 100_000), 100, "s"));
        Assert.True(SplitKey.GoesToChallenger("\ud83d", 100, "s"));
        Assert.Throws<ArgumentOutOfRangeException>(() => SplitKey.GoesToChallenger("k", 101, "s"));
    }
}
