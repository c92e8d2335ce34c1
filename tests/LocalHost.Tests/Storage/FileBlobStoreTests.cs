using System.Text;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests.Storage;

/// <summary>What is the files' own, beyond the contract of every store.</summary>
public sealed class FileBlobStoreTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset March = new(2026, 3, 5, 6, 7, 8, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(March);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("journal/m/2026-03.jsonl", "journal/m/2026-03.jsonl")]
    [InlineData("größe/with space", "größe/with space")]
    [InlineData("a:b?c*d|e<f>g\"h", "a%3Ab%3Fc%2Ad%7Ce%3Cf%3Eg%22h")]
    [InlineData("100%", "100%25")]
    [InlineData(".a/b.", "%2Ea/b%2E")]
    [InlineData("a ", "a%20")]
    [InlineData("nul/Con.txt/console", "%6Eul/%43on.txt/console")]
    [InlineData("a\tb", "a%09b")]
    public async Task Write_MakesAPlainFile(string name, string file)
    {
        await WriteAsync(Open(), name, "text");
        Assert.Equal("text", await File.ReadAllTextAsync(PathOf(file)));
    }

    [Theory]
    [InlineData("batches/m/a.csv")]
    [InlineData("batches/m/12:00 <new>?.csv")] // the store would write 12%3A00
    [InlineData("batches/m/50%.csv")]
    [InlineData("batches/m/a%20b%3Ac.csv")]
    [InlineData("batches/odd: folder/a.csv")]
    public async Task DroppedByHand_IsABlobLikeAnyOther(string name)
    {
        if (OperatingSystem.IsWindows() && name.AsSpan().IndexOfAny(':', '?') >= 0) return; // no such file there
        Drop(name, "x,y");
        var store = Open();
        string listed = Assert.Single(await NamesAsync(store, "batches/"));
        var blob = await store.ReadAsync(listed, None);
        Assert.Equal("x,y", Encoding.UTF8.GetString(blob!.Content.Span));
        Assert.NotNull(await store.WriteAsync(listed, "z"u8.ToArray(), WriteCondition.Match(blob.ETag), None));
        Assert.True(await store.MoveAsync(listed, "quarantine/m/a.csv", None));
        Assert.Equal(["quarantine/m/a.csv"], await NamesAsync(store, ""));
    }

    [Fact]
    public async Task DroppedByHandAgain_HasAnotherETag_UnlessItIsTheVeryFile()
    {
        Drop("batches/m/a.csv", "one");
        string first = (await Open().FindAsync("batches/m/a.csv", None))!.ETag;
        Assert.Equal(first, (await Open().FindAsync("batches/m/a.csv", None))!.ETag);
        Drop("batches/m/a.csv", "two");
        File.SetLastWriteTimeUtc(PathOf("batches/m/a.csv"), March.UtcDateTime);
        Assert.NotEqual(first, (await Open().FindAsync("batches/m/a.csv", None))!.ETag);
    }

    [Fact]
    public async Task HiddenFiles_AreNoBlobs()
    {
        Drop("batches/m/.a.csv.swp", "half");
        Drop("batches/.sync/a.csv", "half");
        await WriteAsync(Open(), "a", "1");
        Assert.Equal(["a"], await NamesAsync(Open(), ""));
        Assert.Null(await Open().FindAsync("batches/m/.a.csv.swp", None));
        Assert.Null(await Open().ReadAsync($"{FileBlobStore.OwnFolder}/locks/00", None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public async Task ETags_NeverComeBack_WhenTheClockStandsOrGoesBack(int seconds)
    {
        var seen = new HashSet<string>();
        for (int i = 0; i < 10; i++)
        {
            var store = Open();
            Assert.True(seen.Add((await WriteAsync(store, "a", "same"))!));
            await WriteAsync(store, "b", "same");
            Assert.True(await store.MoveAsync("b", "a", None));
            Assert.True(seen.Add((await store.FindAsync("a", None))!.ETag));
            Assert.True(await (i % 2 == 0 ? store.DeleteAsync("a", None) : store.MoveAsync("a", "c", None)));
            _clock.Now = _clock.Now.AddSeconds(seconds);
        }
    }

    [Fact]
    public async Task Time_IsTheClocks_AndGoesAlongWithAMove()
    {
        var store = Open();
        await WriteAsync(store, "a", "1");
        Assert.Equal(March, (await store.FindAsync("a", None))!.ModifiedAt);
        _clock.Now = March.AddHours(1);
        await store.MoveAsync("a", "b", None);
        Assert.Equal(March, (await store.FindAsync("b", None))!.ModifiedAt);
        await store.AppendAsync("b", "2"u8.ToArray(), 1, None);
        Assert.Equal(March.AddHours(1), (await store.FindAsync("b", None))!.ModifiedAt);
    }

    [Fact]
    public async Task LeftByACrash_IsNotSeen_AndGoesWithTheNextWrite()
    {
        string left = DurableFile.Temporary(PathOf("state/a"));
        foreach (bool delete in new[] { false, true })
        {
            await WriteAsync(Open(), "state/a", "old");
            await File.WriteAllTextAsync(left, "half of what was longer than the next");
            Assert.Equal(["state/a"], await NamesAsync(Open(), ""));
            if (delete) await Open().DeleteAsync("state/a", None);
            else await WriteAsync(Open(), "state/a", "new");
            Assert.False(File.Exists(left));
            Assert.Equal(delete ? null : "new", await TextAsync("state/a"));
        }
    }

    [Fact]
    public async Task ReadersInTheMidstOfAnAppend_WaitForItsEnd()
    {
        Task<BlobEntry?>? found = null;
        Task<Blob?>? read = null;
        var slow = new FileBlobStore(_folder.Path, _clock, new DurableFile((file, content, offset) =>
        {
            RandomAccess.Write(file, content.Span[..2], offset);
            // Before the other half is written, other processes look; whoever does not wait would have an answer at once.
            (found, read) = (Open().FindAsync("a", None), Open().ReadAsync("a", None));
            Assert.False(found.IsCompleted || read.IsCompleted);
            RandomAccess.Write(file, content.Span[2..], offset + 2);
        }));
        await slow.AppendAsync("a", "1234"u8.ToArray(), 0, None);
        Assert.Equal(4, (await found!)!.Length);
        Assert.Equal(4, (await read!)!.Content.Length);
    }

    [Fact]
    public async Task DiskFull_WhileWriting_LeavesWhatWasThere()
    {
        await WriteAsync(Open(), "a", "old");
        foreach (string name in new[] { "a", "new/b" })
        {
            var told = await Assert.ThrowsAsync<TransientException>(() => WriteAsync(Full(), name, "longer than the room"));
            Assert.StartsWith($"Writing '{name}' failed: the disk is full. What was stored before is unchanged", told.Message, StringComparison.Ordinal);
        }
        Assert.Equal(["a"], await NamesAsync(Open(), ""));
        Assert.Equal("old", await TextAsync("a"));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path, "*.tmp", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }), _ => true);
    }

    [Fact]
    public async Task DiskFull_WhileAppending_LeavesWhatWasThere()
    {
        await Open().AppendAsync("a", "one\n"u8.ToArray(), 0, None);
        await Assert.ThrowsAsync<TransientException>(() => Full().AppendAsync("a", "two\n"u8.ToArray(), 4, None));
        await Assert.ThrowsAsync<TransientException>(() => Full().AppendAsync("b", "two\n"u8.ToArray(), 0, None));
        Assert.Equal(["a"], await NamesAsync(Open(), ""));
        Assert.True(await Open().AppendAsync("a", "two\n"u8.ToArray(), 4, None));
        Assert.Equal("one\ntwo\n", await TextAsync("a"));
    }

    [Fact]
    public async Task NameThatIsAFolder_OrBelowAFile_IsToldAndNothingElse()
    {
        var store = Open();
        await WriteAsync(store, "a/b", "1");
        var told = await Assert.ThrowsAsync<IOException>(() => WriteAsync(store, "a", "2"));
        Assert.Contains("Writing 'a' failed", told.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => WriteAsync(store, "a/b/c", "2"));
        await Assert.ThrowsAsync<IOException>(() => store.AppendAsync("a/b/c", "2"u8.ToArray(), 0, None));
        foreach (string none in new[] { "a", "a/b/c" })
        {
            Assert.Null(await store.ReadAsync(none, None));
            Assert.Null(await store.FindAsync(none, None));
            Assert.False(await store.DeleteAsync(none, None));
        }
        Assert.Empty(await NamesAsync(store, "a/b/"));
        Assert.Equal("1", await TextAsync("a/b"));
        Assert.Equal(["a/b"], await NamesAsync(store, ""));
    }

    [Fact]
    public async Task HeldByAnotherProcess_WaitsUntilItLetsGo()
    {
        var store = Open();
        var held = Directory.GetFiles(PathOf($"{FileBlobStore.OwnFolder}/locks"));
        Assert.Empty(held);
        await WriteAsync(store, "a", "1");
        string file = Assert.Single(Directory.GetFiles(PathOf($"{FileBlobStore.OwnFolder}/locks")));
        Task<string?> write;
        using (File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            write = WriteAsync(store, "a", "2");
            Assert.False(write.IsCompleted);
            using var canceled = new CancellationTokenSource();
            var read = Open().ReadAsync("a", canceled.Token);
            await canceled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        }
        Assert.NotNull(await write);
        Assert.Equal("2", await TextAsync("a"));
    }

    [Fact]
    public async Task LinkedFile_IsReadAsWhatItLeadsTo()
    {
        if (OperatingSystem.IsWindows()) return; // links need a privilege there
        using var elsewhere = new TemporaryFolder();
        string target = Path.Combine(elsewhere.Path, "data.csv");
        await File.WriteAllTextAsync(target, "linked content");
        Directory.CreateDirectory(PathOf("batches/m"));
        File.CreateSymbolicLink(PathOf("batches/m/a.csv"), target);
        var blob = await Open().ReadAsync("batches/m/a.csv", None);
        Assert.Equal("linked content", Encoding.UTF8.GetString(blob!.Content.Span));
        var listed = await ListAsync(Open(), "batches/");
        Assert.Equal((blob.ETag, 14L), (Assert.Single(listed).ETag, listed[0].Length));
        Assert.NotNull(await Open().WriteAsync("batches/m/a.csv", "own"u8.ToArray(), WriteCondition.Match(blob.ETag), None));
        Assert.Equal("linked content", await File.ReadAllTextAsync(target));
    }

    private FileBlobStore Open() => new(_folder.Path, _clock);

    // Room for three bytes a write.
    private FileBlobStore Full() => new(_folder.Path, _clock, new DurableFile((file, content, offset) =>
    {
        RandomAccess.Write(file, content.Span[..3], offset);
        throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
    }));

    private string PathOf(string file) => Path.Combine(_folder.Path, file);

    private void Drop(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    private async Task<string?> TextAsync(string name) =>
        await Open().ReadAsync(name, None) is { } blob ? Encoding.UTF8.GetString(blob.Content.Span) : null;

    private static Task<string?> WriteAsync(FileBlobStore store, string name, string text) =>
        store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, None);

    private static async Task<List<BlobEntry>> ListAsync(FileBlobStore store, string prefix) => await store.ListAsync(prefix, None).ToListAsync();

    private static async Task<List<string>> NamesAsync(FileBlobStore store, string prefix) => [.. (await ListAsync(store, prefix)).Select(e => e.Name)];
}
