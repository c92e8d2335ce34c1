using Homeostat.Tests.Shared;
using static Homeostat.Loop.Tests.Journal.Journals;

namespace Homeostat.Loop.Tests.Journal;

/// <summary>What an append and a page cost, in bytes, in journals of any length.</summary>
public sealed class BlobJournalCostTests
{
    private readonly CountingBlobStore _store = new(new InMemoryBlobStore());

    [Theory]
    [InlineData(10)]
    [InlineData(3_000)]
    public async Task Append_ReadsNothing(int length)
    {
        await FillAsync(_store, length - 1);
        var journal = new BlobJournal(_store);
        await journal.AppendAsync(Entry("start"));
        for (int i = 0; i < 300; i++) // over at least one block of the index
        {
            _store.Reset();
            await journal.AppendAsync(Entry($"n{i}"));
            Assert.Equal(0, _store.BytesRead);
            Assert.InRange(_store.Calls, 1, 2);
            Assert.InRange(_store.BytesWritten, 100, 400 + IndexBlock.Size);
        }
    }

    [Fact]
    public async Task FirstAppend_ReadsTheIndexAndTheEndOnly()
    {
        await FillAsync(_store, 3_000);
        long whole = (await BytesAsync(_store, March)).Length;
        _store.Reset();
        await new BlobJournal(_store).AppendAsync(Entry("n"));
        Assert.InRange(_store.BytesRead, 11 * IndexBlock.Size, (11 * IndexBlock.Size) + (whole * 300 / 3_000) + (64 * 1024));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(6_000)]
    public async Task Page_ReadsItselfOnly(int length)
    {
        await FillAsync(_store, length);
        foreach (long from in new[] { 0, 17, 255, length / 2, length - 20 })
        {
            _store.Reset();
            Assert.Equal(from, (await ReadAsync(_store, from, 10))[0].Sequence);
            Assert.InRange(_store.BytesRead, 1, 200_000); // first lines, one block, at most 255 records behind the index
        }
        _store.Reset();
        Assert.Equal(length, await new BlobJournal(_store).CountAsync(Model, None));
        Assert.InRange(_store.BytesRead, 1, 200_000);
    }
}
