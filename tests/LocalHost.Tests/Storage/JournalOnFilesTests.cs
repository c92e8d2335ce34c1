using System.Text.Json;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests.Storage;

/// <summary>The journal as it is on a machine: files, restarts, two processes.</summary>
public sealed class JournalOnFilesTests : IDisposable
{
    private const string Model = "flights";

    private static readonly DateTimeOffset March = new(2026, 3, 31, 23, 59, 0, TimeSpan.Zero);
    private static readonly JsonElement Evidence = JsonElement.Parse("""{"psi":0.31}""");
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Processes_AppendingAtOnce_MakeOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(process => Task.Run(async () =>
        {
            var journal = new BlobJournal(Open());
            for (int i = 0; i < 40; i++) await journal.AppendAsync(Entry($"{process}-{i}", i), None);
        })));
        var found = await new JournalVerifier(Open()).VerifyAsync(Model, None);
        Assert.Null(found.Fault);
        Assert.Equal(121, found.Records); // April was opened once
    }

    [Fact]
    public async Task TornFile_IsMendedAfterARestart()
    {
        for (int i = 0; i < 3; i++) await new BlobJournal(Open()).AppendAsync(Entry($"{i}", 0), None);
        string file = Path.Combine(_folder.Path, "journal", Model, "2026-03.jsonl");
        byte[] good = await File.ReadAllBytesAsync(file);
        await using (var torn = File.OpenWrite(file)) torn.SetLength(good.Length - 30);
        Assert.True((await new JournalVerifier(Open()).VerifyAsync(Model, None)).Fault!.IsUnfinished);
        await new BlobJournal(Open()).AppendAsync(Entry("2", 0), None);
        Assert.Equal(good, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task FullDisk_LosesNothing()
    {
        await new BlobJournal(Open()).AppendAsync(Entry("a", 0), None);
        var full = new FileBlobStore(_folder.Path, new ManualClock(March), new DurableFile((file, content, offset) =>
        {
            RandomAccess.Write(file, content.Span[..^1], offset);
            throw new IOException("No space left on device", 28);
        }));
        await Assert.ThrowsAsync<TransientException>(() => new BlobJournal(full).AppendAsync(Entry("b", 0), None));
        Assert.Equal(1, (await new BlobJournal(Open()).AppendAsync(Entry("b", 0), None)).Sequence);
        Assert.True((await new JournalVerifier(Open()).VerifyAsync(Model, None)).IsIntact);
    }

    private FileBlobStore Open() => new(_folder.Path, new ManualClock(March));

    private static JournalEntry Entry(string id, int minutes) => new(Model, March.AddMinutes(minutes / 20), id, JournalKinds.Judged, "Drifted.", Evidence);
}
