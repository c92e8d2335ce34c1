using Homeostat.Batches;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests;

public sealed class RecentFingerprintsTests
{
    private readonly Fingerprint _fingerprint = Fingerprints.Of(Fingerprints.Text(1, 0));

    [Fact]
    public void Add_MoreThanThereIsRoomFor_ForgetsTheLongestUnused()
    {
        var recent = new RecentFingerprints(100);
        recent.Add("a", _fingerprint, 40);
        recent.Add("b", _fingerprint, 40);
        Assert.NotNull(recent.Find("a"));
        recent.Add("c", _fingerprint, 40);
        Assert.Equal([true, false, true], new[] { "a", "b", "c" }.Select(hash => recent.Find(hash) is not null));
    }

    [Fact]
    public void Add_TheSameTwice_TakesItsRoomOnce()
    {
        var recent = new RecentFingerprints(100);
        for (int i = 0; i < 5; i++) recent.Add("a", _fingerprint, 40);
        recent.Add("b", _fingerprint, 60);
        Assert.NotNull(recent.Find("a"));
    }

    [Fact]
    public void Add_LargerThanTheRoom_ForgetsNothing()
    {
        var recent = new RecentFingerprints(100);
        recent.Add("a", _fingerprint, 100);
        recent.Add("b", _fingerprint, 101);
        Assert.NotNull(recent.Find("a"));
        Assert.Null(recent.Find("b"));
    }

    [Fact]
    public async Task ReadAsync_WithRecentOnes_ReadsAFileOnce_AndWithoutSeesThatItIsGone()
    {
        var store = new InMemoryBlobStore();
        var plain = new FingerprintBlobs(store);
        var reference = await plain.WriteAsync("f", _fingerprint, default);
        var recent = new FingerprintBlobs(store, new RecentFingerprints());
        var read = await recent.ReadAsync(reference, default);
        await store.DeleteAsync("f", default);
        Assert.Same(read, await recent.ReadAsync(reference, default));
        Assert.Null(await plain.ReadAsync(reference, default));
    }
}
