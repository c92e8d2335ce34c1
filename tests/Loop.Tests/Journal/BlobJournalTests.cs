using Homeostat.Tests.Shared;
using static Homeostat.Loop.Tests.Journal.Journals;

namespace Homeostat.Loop.Tests.Journal;

public sealed class BlobJournalTests
{
    private readonly InMemoryBlobStore _store = new();

    [Fact]
    public async Task Append_ChainsRecords()
    {
        var journal = new BlobJournal(_store);
        var first = await journal.AppendAsync(Entry("a"));
        var second = await journal.AppendAsync(Entry("b"));
        Assert.Equal((0L, JournalLine.NoHash), (first.Sequence, first.Previous));
        Assert.Equal((1L, first.Hash), (second.Sequence, second.Previous));
        Assert.Equal(["a", "b"], await IdsAsync(_store));
        await AssertIntactAsync(_store, 2);
    }

    [Fact]
    public async Task Append_AfterARestart_GoesOn()
    {
        for (int i = 0; i < 5; i++) await FillAsync(_store, 1, i);
        Assert.Equal(["e0", "e1", "e2", "e3", "e4"], await IdsAsync(_store));
        await AssertIntactAsync(_store, 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public async Task Append_OfAnIdThereIs_GivesTheFirstRecord(int count)
    {
        await FillAsync(_store, count);
        byte[] before = await BytesAsync(_store, March);
        var journal = new BlobJournal(_store);
        var records = await ReadAsync(_store);
        for (int i = 0; i < count; i += 37)
        {
            var again = await journal.AppendAsync(Entry($"e{i}", "2026-09-01T00:00:00Z", "\"another\""));
            Assert.Equal((records[i].Sequence, records[i].Hash, records[i].At), (again.Sequence, again.Hash, again.At));
        }
        Assert.Equal(before, await BytesAsync(_store, March));
    }

    [Fact]
    public async Task Append_OfAnIdOfAnotherMonth_GivesTheFirstRecord()
    {
        await FillAsync(_store, 300);
        await new BlobJournal(_store).AppendAsync(Entry("april", "2026-04-02T00:00:00Z"));
        Assert.Equal(299, (await new BlobJournal(_store).AppendAsync(Entry("e299", "2026-04-02T00:00:00Z"))).Sequence);
        Assert.Equal(3, (await new BlobJournal(_store).AppendAsync(Entry("e3", "2026-04-02T00:00:00Z"))).Sequence);
    }

    [Fact]
    public async Task Append_InALaterMonth_ClosesTheOneBefore()
    {
        var journal = new BlobJournal(_store);
        await journal.AppendAsync(Entry("march", "2026-03-31T23:59:59.9999999Z"));
        var april = await journal.AppendAsync(Entry("april", "2026-04-01T00:00:00Z"));
        Assert.Equal(2, april.Sequence);
        Assert.Equal(["march", "continued-2026-04", "april"], await IdsAsync(_store));
        Assert.StartsWith("""{"sequence":2,""", await TextAsync(_store, April), StringComparison.Ordinal);
        await AssertIntactAsync(_store, 3);
    }

    [Fact]
    public async Task Append_WhenTheClockWentBack_StaysInTheLastMonth()
    {
        var journal = new BlobJournal(_store);
        await journal.AppendAsync(Entry("april", "2026-04-01T00:00:00Z"));
        await journal.AppendAsync(Entry("march", "2026-03-31T00:00:00Z"));
        Assert.Null(await _store.FindAsync(March, None));
        var found = await VerifyAsync(_store);
        Assert.True(found.IsIntact);
        Assert.Contains("the first is record 1", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_MonthsApart_SkipsThem()
    {
        await new BlobJournal(_store).AppendAsync(Entry("old", "2019-12-01T00:00:00Z"));
        await new BlobJournal(_store).AppendAsync(Entry("new"));
        Assert.Equal(["old", "continued-2026-03", "new"], await IdsAsync(_store));
        await AssertIntactAsync(_store, 3);
    }

    [Fact]
    public async Task Append_OfWhatCannotBe_IsRefused()
    {
        var journal = new BlobJournal(_store);
        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(Entry("")));
        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(Entry("a") with { Kind = JournalKinds.Continued }));
        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(Entry("a") with { Model = "a/b" }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.AppendAsync(Entry("a") with { Evidence = default }));
        Assert.Empty(await IdsAsync(_store));
        Assert.Equal(0, (await journal.AppendAsync(Entry("b"))).Sequence);
    }

    [Fact]
    public async Task Models_HaveChainsOfTheirOwn()
    {
        var journal = new BlobJournal(_store);
        await journal.AppendAsync(Entry("a"));
        Assert.Equal(0, (await journal.AppendAsync(Entry("a") with { Model = "flights2" })).Sequence);
        Assert.Equal(1, await journal.CountAsync(Model, None));
        Assert.Equal(0, await journal.CountAsync("none", None));
        Assert.Null(await journal.FindAsync("none", "a", None));
        Assert.Empty(await journal.ReadAsync("none", 0, None).ToListAsync());
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(255, 2)]
    [InlineData(256, 1)]
    [InlineData(300, 5)] // over the end of March
    [InlineData(303, 5)]
    [InlineData(600, 9)]
    [InlineData(602, 1)]
    [InlineData(603, 0)]
    [InlineData(9999, 0)]
    public async Task Read_FromAnywhere_GivesThatPage(int from, int count)
    {
        await FillAsync(_store, 301);
        var journal = new BlobJournal(_store);
        for (int i = 0; i < 301; i++) await journal.AppendAsync(Entry($"a{i}", "2026-04-01T00:00:00Z"));
        var page = await ReadAsync(_store, from, count);
        Assert.Equal(Enumerable.Range(from, Math.Max(0, Math.Min(count, 603 - from))).Select(i => (long)i), page.Select(r => r.Sequence));
        Assert.Equal(603, await journal.CountAsync(Model, None));
    }

    [Fact]
    public async Task Find_GivesTheRecord_AlsoOfAnotherProcess()
    {
        var journal = new BlobJournal(_store);
        Assert.Null(await journal.FindAsync(Model, "e1", None));
        await FillAsync(_store, 3);
        Assert.Equal(1, (await journal.FindAsync(Model, "e1", None))!.Sequence);
        Assert.Null(await journal.FindAsync(Model, "e9", None));
    }

    [Fact]
    public async Task Read_WhileItGrows_FollowsByAskingAgain()
    {
        var journal = new BlobJournal(_store);
        long next = 0;
        for (int i = 0; i < 20; i++)
        {
            await journal.AppendAsync(Entry($"e{i}", $"2026-{1 + (i / 5):00}-01T00:00:00Z"));
            await foreach (var record in journal.ReadAsync(Model, next, None)) Assert.Equal(next++, record.Sequence);
        }
        Assert.Equal(23, next); // three months were closed
    }
}
