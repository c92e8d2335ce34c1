using Homeostat.Tests.Shared;
using static Homeostat.Loop.Tests.Journal.Journals;

namespace Homeostat.Loop.Tests.Journal;

/// <summary>Several processes append at once.</summary>
public sealed class BlobJournalRaceTests
{
    private readonly InMemoryBlobStore _store = new();

    [Fact]
    public async Task Processes_AcrossMonths_MakeOneChain()
    {
        const int Each = 150;
        await AtOnceAsync(4, async (journal, process) =>
        {
            for (int i = 0; i < Each; i++) await journal.AppendAsync(Entry($"{process}-{i}", $"2026-{1 + (i / 40):00}-01T00:00:00Z"));
        });
        var ids = (await IdsAsync(_store)).Where(id => !id.StartsWith("continued", StringComparison.Ordinal)).ToList();
        Assert.Equal(4 * Each, ids.Count);
        Assert.Equal(4 * Each, ids.Distinct().Count());
        await AssertIntactAsync(_store, (4 * Each) + 3);
    }

    [Fact]
    public async Task SameIds_FromAll_AreWrittenOnce()
    {
        var records = new JournalRecord[4, 50];
        await AtOnceAsync(4, async (journal, process) =>
        {
            for (int i = 0; i < 50; i++) records[process, i] = await journal.AppendAsync(Entry($"{i}"));
        });
        await AssertIntactAsync(_store, 50);
        for (int i = 0; i < 50; i++) Assert.Single(Enumerable.Range(0, 4).Select(p => records[p, i].Hash).Distinct());
    }

    [Fact]
    public async Task Threads_OfOneProcess_TakeTurns()
    {
        var journal = new BlobJournal(_store);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => journal.AppendAsync(Entry($"{i}")))));
        await AssertIntactAsync(_store, 300);
        Assert.Single(await new JournalIndex(_store, MarchIndex).ReadAsync(None));
    }

    private Task AtOnceAsync(int processes, Func<BlobJournal, int, Task> action) => Task.WhenAll(
        Enumerable.Range(0, processes).Select(process => Task.Run(() => action(new BlobJournal(new YieldingStore(_store)), process))));

    /// <summary>Lets others go between any two calls.</summary>
    private sealed class YieldingStore(IBlobStore inner) : ForwardingBlobStore(inner)
    {
        public override async Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation)
        {
            await Task.Yield();
            return await base.AppendAsync(name, content, expectedLength, cancellation);
        }

        public override async Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation)
        {
            await Task.Yield();
            return await base.OpenAsync(name, offset, cancellation);
        }
    }
}
