using System.Text;
using Homeostat.Tests.Shared;
using static Homeostat.Loop.Tests.Journal.Journals;

namespace Homeostat.Loop.Tests.Journal;

public sealed class JournalVerifierTests
{
    private readonly InMemoryBlobStore _store = new();

    [Fact]
    public async Task Nothing_IsIntact() => await AssertIntactAsync(_store, 0);

    [Fact]
    public async Task EveryFlippedBit_IsFound_AtItsRecord()
    {
        await TwoMonthsAsync();
        foreach (string file in new[] { March, April })
        {
            byte[] good = await BytesAsync(_store, file);
            for (int at = 0; at < good.Length; at++)
            {
                for (int bit = 0; bit < 8; bit++)
                {
                    byte[] bad = [.. good];
                    bad[at] ^= (byte)(1 << bit);
                    await WriteAsync(_store, file, bad);
                    var fault = (await VerifyAsync(_store)).Fault;
                    Assert.True(fault is not null, $"{file}: bit {bit} of byte {at}");
                    int line = good.AsSpan(0, at).Count((byte)'\n') + 1;
                    Assert.Equal((file, line, (file == March ? 0 : 3) + line - 1L), (fault.File, fault.Line, fault.Sequence));
                    Assert.False(fault.IsUnfinished);
                }
            }
            await WriteAsync(_store, file, good);
        }
        await AssertIntactAsync(_store, 5);
    }

    [Theory]
    [InlineData("remove", 0, 1, 0)]
    [InlineData("remove", 1, 2, 1)]
    [InlineData("swap", 0, 1, 0)]
    [InlineData("twice", 0, 2, 1)]
    [InlineData("blank", 1, 2, 1)]
    public async Task Lines_Moved_AreFound(string change, int line, long faultLine, long sequence)
    {
        await TwoMonthsAsync();
        List<string> lines = [.. (await TextAsync(_store, March)).Split('\n')[..^1]];
        if (change == "remove") lines.RemoveAt(line);
        else if (change == "swap") (lines[line], lines[line + 1]) = (lines[line + 1], lines[line]);
        else lines.Insert(line, change == "twice" ? lines[line] : "");
        await WriteAsync(_store, March, string.Concat(lines.Select(l => l + "\n")));
        var fault = (await VerifyAsync(_store)).Fault!;
        Assert.Equal((March, faultLine, sequence), (fault.File, fault.Line, fault.Sequence));
    }

    [Fact]
    public async Task RecordsRewrittenWithGoodHashes_AreFoundWhereTheOldChainGoesOn()
    {
        await TwoMonthsAsync();
        var other = new InMemoryBlobStore();
        var journal = new BlobJournal(other);
        await journal.AppendAsync(Entry("a", evidence: "\"forged\""));
        string forged = (await TextAsync(other, March)).TrimEnd('\n');
        string[] lines = (await TextAsync(_store, March)).Split('\n');
        lines[0] = forged;
        await WriteAsync(_store, March, string.Join('\n', lines));
        var fault = (await VerifyAsync(_store)).Fault!;
        Assert.Equal((March, 2L, 1L), (fault.File, fault.Line, fault.Sequence));
        Assert.Contains("It follows a record with the hash", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstMonthGone_IsFound()
    {
        await TwoMonthsAsync();
        await _store.DeleteAsync(March, None);
        Assert.Equal((April, 1L, 0L), At((await VerifyAsync(_store)).Fault));
    }

    [Fact]
    public async Task MonthBetweenGone_IsFound()
    {
        await TwoMonthsAsync();
        await new BlobJournal(_store).AppendAsync(Entry("may", "2026-05-01T00:00:00Z"));
        await _store.DeleteAsync(April, None);
        var fault = (await VerifyAsync(_store)).Fault;
        Assert.Equal(("journal/flights/2026-05.jsonl", 0L, 3L), At(fault));
        Assert.Contains("goes on in 2026-04, not here", fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastMonthGone_IsNoted()
    {
        await TwoMonthsAsync();
        await _store.DeleteAsync(April, None);
        var found = await VerifyAsync(_store);
        Assert.Contains("2026-04, which has no record yet", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnfinishedLine_IsToldAsSuch()
    {
        await TwoMonthsAsync();
        byte[] good = await BytesAsync(_store, April);
        await WriteAsync(_store, April, [.. good, .. good[..20]]);
        var found = await VerifyAsync(_store);
        Assert.True(found.Fault!.IsUnfinished);
        Assert.Equal((5L, April, 3L, 5L), (found.Records, found.Fault.File, found.Fault.Line, found.Fault.Sequence));
    }

    [Fact]
    public async Task Head_IsTheHashOfTheLastRecord()
    {
        await TwoMonthsAsync();
        Assert.Equal((await ReadAsync(_store))[^1].Hash, (await VerifyAsync(_store)).Head);
    }

    [Fact]
    public async Task OtherFilesInTheFolder_AreNotTheJournal()
    {
        await TwoMonthsAsync();
        await WriteAsync(_store, "journal/flights/2026-03.jsonl.bak", "x");
        await WriteAsync(_store, "journal/flights/notes.jsonl", "x");
        await WriteAsync(_store, "journal/flights/old/2026-01.jsonl", "x");
        await AssertIntactAsync(_store, 5);
    }

    private static (string, long, long) At(JournalFault? fault) => (fault!.File, fault.Line, fault.Sequence);

    private async Task TwoMonthsAsync()
    {
        var journal = new BlobJournal(_store);
        await journal.AppendAsync(Entry("a"));
        await journal.AppendAsync(Entry("b", evidence: """{"größe":[1,2],"text":"\n"}"""));
        await journal.AppendAsync(Entry("c", "2026-04-01T00:00:00Z"));
        await journal.AppendAsync(Entry("d", "2026-04-01T00:00:01Z"));
        Assert.Equal(3, Encoding.UTF8.GetString(await BytesAsync(_store, March)).Count(c => c == '\n'));
    }
}
