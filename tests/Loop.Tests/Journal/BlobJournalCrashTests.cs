using System.Text;
using Homeostat.Tests.Shared;
using static Homeostat.Loop.Tests.Journal.Journals;

namespace Homeostat.Loop.Tests.Journal;

/// <summary>The process dies, or the other side answers too late; then it starts again.</summary>
public sealed class BlobJournalCrashTests
{
    private readonly InMemoryBlobStore _store = new();

    [Fact]
    public async Task TornAtAnyByte_IsRemovedByTheNextAppend()
    {
        await FillAsync(_store, 2);
        byte[] two = await BytesAsync(_store, March);
        await FillAsync(_store, 1, 2);
        byte[] three = await BytesAsync(_store, March);
        for (int length = two.Length; length <= three.Length; length++)
        {
            await WriteAsync(_store, March, three[..length]);
            Assert.Equal(length == three.Length ? 3 : 2, (await ReadAsync(_store)).Count);
            await FillAsync(_store, 1, 2); // what was interrupted comes again
            Assert.Equal(three, await BytesAsync(_store, March));
        }
    }

    [Fact]
    public async Task TornAndThenAnother_KeepsTheChain()
    {
        await FillAsync(_store, 2);
        byte[] two = await BytesAsync(_store, March);
        await WriteAsync(_store, March, [.. two, .. two[..50]]);
        await new BlobJournal(_store).AppendAsync(Entry("april", "2026-04-01T00:00:00Z"));
        Assert.Equal(["e0", "e1", "continued-2026-04", "april"], await IdsAsync(_store));
        await AssertIntactAsync(_store, 4);
    }

    [Fact]
    public async Task TornFirstLine_IsRemoved()
    {
        await WriteAsync(_store, March, """{"sequence":0,""");
        Assert.Empty(await ReadAsync(_store));
        Assert.Equal(0, await new BlobJournal(_store).CountAsync(Model, None));
        await FillAsync(_store, 1);
        await AssertIntactAsync(_store, 1);
    }

    [Theory]
    [InlineData("2026-03-31T00:00:00Z", false)]
    [InlineData("2026-03-31T00:00:00Z", true)]
    [InlineData("2026-04-01T00:00:00Z", false)]
    [InlineData("2026-04-01T00:00:00Z", true)]
    public async Task AnyAppendFailing_WrittenOrNot_IsMadeGoodByTheNextTry(string at, bool written)
    {
        for (int failing = 0; failing < 4; failing++)
        {
            var inner = new InMemoryBlobStore();
            await FillAsync(inner, 1);
            var store = new FailingStore(inner) { FailsAt = failing, IsWritten = written };
            var journal = new BlobJournal(store);
            foreach (string id in new[] { "a", "b" })
            {
                try
                {
                    await journal.AppendAsync(Entry(id, at));
                }
                catch (TransientException)
                {
                    // once with the same journal, as a retry does; once with a new one, as a restart does
                    if (failing % 2 == 0) journal = new BlobJournal(store);
                    await journal.AppendAsync(Entry(id, at));
                }
            }
            Assert.Equal(["e0", "a", "b"], (await IdsAsync(inner)).Where(id => !id.StartsWith("continued", StringComparison.Ordinal)));
            await AssertIntactAsync(inner, at.StartsWith("2026-04", StringComparison.Ordinal) ? 4 : 3);
        }
    }

    [Fact]
    public async Task ClosedAndThenSilentForMonths_GoesOnWhereItSaid()
    {
        await FillAsync(_store, 1);
        var store = new FailingStore(_store) { FailsAt = 1 };
        await Assert.ThrowsAsync<TransientException>(() => new BlobJournal(store).AppendAsync(Entry("april", "2026-04-01T00:00:00Z")));
        await new BlobJournal(_store).AppendAsync(Entry("july", "2026-07-01T00:00:00Z"));
        await new BlobJournal(_store).AppendAsync(Entry("later", "2026-07-01T00:00:00Z"));
        Assert.Equal(["e0", "continued-2026-04", "july", "continued-2026-07", "later"], await IdsAsync(_store));
        await AssertIntactAsync(_store, 5);
    }

    [Fact]
    public async Task NewlineDamaged_IsRefused_NotCutOff()
    {
        await FillAsync(_store, 2);
        byte[] bytes = await BytesAsync(_store, March);
        bytes[^1] = (byte)'x';
        await WriteAsync(_store, March, bytes);
        await AssertRefusedAsync(bytes);
    }

    [Fact]
    public async Task LastRecordDamaged_IsRefused()
    {
        await FillAsync(_store, 2);
        string text = await TextAsync(_store, March);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Replace("e1 drifted", "e1 shifted", StringComparison.Ordinal));
        await WriteAsync(_store, March, bytes);
        await AssertRefusedAsync(bytes);
    }

    [Fact]
    public async Task OlderRecordDamaged_DoesNotStopTheLoop_ButIsFound()
    {
        await FillAsync(_store, 3);
        string text = await TextAsync(_store, March);
        await WriteAsync(_store, March, text.Replace("e1 drifted", "e1 shifted", StringComparison.Ordinal));
        Assert.Equal(3, (await new BlobJournal(_store).AppendAsync(Entry("new"))).Sequence);
        Assert.Equal(1, (await VerifyAsync(_store)).Fault!.Sequence);
    }

    [Fact]
    public async Task ReplacedByABackupWhileInUse_GoesOnFromThere()
    {
        await FillAsync(_store, 2);
        byte[] backup = await BytesAsync(_store, March);
        var journal = new BlobJournal(_store);
        for (int i = 2; i < 400; i++) await journal.AppendAsync(Entry($"e{i}"));
        await WriteAsync(_store, March, backup);
        Assert.Equal(2, (await journal.AppendAsync(Entry("e399"))).Sequence);
        await AssertIntactAsync(_store, 3);
    }

    [Fact]
    public async Task Canceled_LeavesTheJournalUsable()
    {
        var journal = new BlobJournal(_store);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.AppendAsync(Entry("a"), new CancellationToken(true)));
        await journal.AppendAsync(Entry("a"));
        await AssertIntactAsync(_store, 1);
    }

    private async Task AssertRefusedAsync(byte[] bytes)
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => new BlobJournal(_store).AppendAsync(Entry("new")));
        Assert.Contains("journal flights --verify", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await BytesAsync(_store, March));
    }

    /// <summary>One append of a journal's fails; whether it was written, nobody is told.</summary>
    private sealed class FailingStore(IBlobStore inner) : ForwardingBlobStore(inner)
    {
        internal int FailsAt { get; set; }

        internal bool IsWritten { get; init; }

        public override async Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation)
        {
            bool fails = FailsAt-- == 0;
            bool result = (!fails || IsWritten) && await base.AppendAsync(name, content, expectedLength, cancellation);
            return fails ? throw new TransientException("The connection was lost.") : result;
        }
    }
}
