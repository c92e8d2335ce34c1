using Homeostat.Tests.Shared;
using static Homeostat.Loop.Tests.Journal.Journals;

namespace Homeostat.Loop.Tests.Journal;

/// <summary>Whatever happens to the index, the journal answers the same, and the next append makes the index anew.</summary>
public sealed class JournalIndexTests
{
    private const int Count = 700; // two blocks and a rest

    private readonly InMemoryBlobStore _store = new();

    public static TheoryData<string> Damages => ["missing", "empty", "torn", "first byte", "last byte", "one block", "another journal's", "longer", "second block only"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damaged_ChangesNoAnswer(string damage)
    {
        byte[] good = await DamageAsync(damage);
        for (int from = 0; from < Count; from += 99) Assert.Equal($"e{from}", (await ReadAsync(_store, from, 1))[0].Id);
        Assert.Equal(Count, await new BlobJournal(_store).CountAsync(Model, None));
        Assert.Equal(3, (await new BlobJournal(_store).FindAsync(Model, "e3", None))!.Sequence);

        var journal = new BlobJournal(_store);
        Assert.Equal(5, (await journal.AppendAsync(Entry("e5"))).Sequence);
        Assert.Equal(Count, (await journal.AppendAsync(Entry("new"))).Sequence);
        Assert.Equal(good, (await BytesAsync(_store, MarchIndex))[..good.Length]);
        await AssertIntactAsync(_store, Count + 1);
    }

    [Fact]
    public async Task RemovedWhileInUse_IsMadeAnew()
    {
        var journal = new BlobJournal(_store);
        for (int i = 0; i < 300; i++) await journal.AppendAsync(Entry($"e{i}"));
        await _store.DeleteAsync(MarchIndex, None);
        for (int i = 300; i < 520; i++) await journal.AppendAsync(Entry($"e{i}"));
        Assert.Equal(2 * IndexBlock.Size, (await BytesAsync(_store, MarchIndex)).Length);
        await AssertIntactAsync(_store, 520);
    }

    [Fact]
    public async Task NotWritable_DoesNotFailTheAppend_AndIsDueAgain()
    {
        var store = new NoIndexStore(_store);
        var journal = new BlobJournal(store);
        for (int i = 0; i < 600; i++) await journal.AppendAsync(Entry($"e{i}"));
        Assert.Null(await _store.FindAsync(MarchIndex, None));
        store.Works = true;
        await journal.AppendAsync(Entry("e600"));
        Assert.Equal(2 * IndexBlock.Size, (await BytesAsync(_store, MarchIndex)).Length);
    }

    [Fact]
    public async Task ClosedMonth_IsIndexedToItsEnd()
    {
        await FillAsync(_store, 300);
        await new BlobJournal(_store).AppendAsync(Entry("april", "2026-04-01T00:00:00Z"));
        var blocks = await new JournalIndex(_store, MarchIndex).ReadAsync(None);
        Assert.Equal([256, 45], blocks.Select(b => b.Entries.Count)); // with the record that closes it
        Assert.Equal((await BytesAsync(_store, March)).Length, blocks[^1].End);
        Assert.Equal("april", (await ReadAsync(_store, 301, 1))[0].Id);
        Assert.Equal(302, (await new BlobJournal(_store).AppendAsync(Entry("more", "2026-04-01T00:00:00Z"))).Sequence);
    }

    [Fact]
    public async Task SameHashOfTwoIds_AreToldApart()
    {
        // The second block claims that every id hashes as "e0" does: all collide, none is mistaken for another.
        await FillAsync(_store, 256);
        var block = Assert.Single(await new JournalIndex(_store, MarchIndex).ReadAsync(None));
        ulong hash = IndexEntry.HashOf("e255");
        var forged = block with { Entries = [.. block.Entries.Select(e => e with { Hash = hash })] };
        await WriteAsync(_store, MarchIndex, forged.ToBytes());
        Assert.Equal(255, (await new BlobJournal(_store).AppendAsync(Entry("e255"))).Sequence);
        Assert.Equal(256, (await new BlobJournal(_store).AppendAsync(Entry("new"))).Sequence);
    }

    private async Task<byte[]> DamageAsync(string damage)
    {
        await FillAsync(_store, Count);
        byte[] good = await BytesAsync(_store, MarchIndex);
        Assert.Equal(2 * IndexBlock.Size, good.Length);
        if (damage == "missing") await _store.DeleteAsync(MarchIndex, None);
        else await WriteAsync(_store, MarchIndex, damage switch
        {
            "empty" => [],
            "torn" => good[..^100],
            "first byte" => [(byte)(good[0] ^ 1), .. good[1..]],
            "last byte" => [.. good[..^1], (byte)(good[^1] ^ 1)],
            "one block" => good[..IndexBlock.Size],
            "longer" => [.. good, .. good[..77]],
            "second block only" => good[IndexBlock.Size..],
            _ => await AnotherAsync(),
        });
        return good;
    }

    // As long, of ids as long, but of other ids.
    private static async Task<byte[]> AnotherAsync()
    {
        var store = new InMemoryBlobStore();
        var journal = new BlobJournal(store);
        for (int i = 0; i < Count; i++) await journal.AppendAsync(Entry($"x{i}", evidence: "1"));
        return await BytesAsync(store, MarchIndex);
    }

    private sealed class NoIndexStore(IBlobStore inner) : ForwardingBlobStore(inner)
    {
        internal bool Works { get; set; }

        public override Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation) =>
            Works || name != MarchIndex ? base.AppendAsync(name, content, expectedLength, cancellation) : throw new IOException("No space.");
    }
}
