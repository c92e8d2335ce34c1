using System.Text;
using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>What every <see cref="IBlobStore"/> does. A test class per store derives from it.</summary>
public abstract partial class BlobStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>A second store on the same blobs, as another process would open it.</summary>
    protected abstract IBlobStore Open();

    [Fact]
    public async Task Read_Nothing_IsNull()
    {
        var store = Open();
        Assert.Null(await store.ReadAsync("a/b.json", None));
        Assert.Null(await store.OpenAsync("a/b.json", 0, None));
        Assert.Null(await store.FindAsync("a/b.json", None));
        Assert.False(await store.DeleteAsync("a/b.json", None));
        Assert.False(await store.MoveAsync("a/b.json", "c", None));
        Assert.Null(await store.FindAsync("c", None));
    }

    [Fact]
    public async Task Write_ThenReadElsewhere_GivesContentAndETag()
    {
        string? eTag = await WriteAsync(Open(), "a/b.json", "one", WriteCondition.Always);
        var blob = await Open().ReadAsync("a/b.json", None);
        Assert.NotNull(eTag);
        Assert.Equal(("one", eTag), (Text(blob), blob!.ETag));
        var entry = await Open().FindAsync("a/b.json", None);
        Assert.Equal(("a/b.json", eTag, 3L), (entry!.Name, entry.ETag, entry.Length));
    }

    [Theory]
    [InlineData(false, "absent", true)]
    [InlineData(true, "absent", false)]
    [InlineData(false, "always", true)]
    [InlineData(true, "always", true)]
    [InlineData(false, "match", false)]
    [InlineData(true, "match", true)]
    [InlineData(false, "other", false)]
    [InlineData(true, "other", false)]
    public async Task Write_OnCondition(bool exists, string condition, bool written)
    {
        var store = Open();
        string? eTag = exists ? await WriteAsync(store, "a", "old", WriteCondition.Always) : "none";
        string? result = await WriteAsync(store, "a", "new", condition switch
        {
            "absent" => WriteCondition.Absent,
            "always" => WriteCondition.Always,
            "match" => WriteCondition.Match(eTag!),
            _ => WriteCondition.Match("other"),
        });
        Assert.Equal(written, result is not null);
        string? left = exists ? "old" : null;
        Assert.Equal(written ? "new" : left, Text(await store.ReadAsync("a", None)));
    }

    [Fact]
    public async Task Write_WithTheETagBefore_IsRefused()
    {
        var store = Open();
        string? first = await WriteAsync(store, "a", "1", WriteCondition.Absent);
        Assert.NotNull(await WriteAsync(store, "a", "2", WriteCondition.Match(first!)));
        Assert.Null(await WriteAsync(store, "a", "3", WriteCondition.Match(first!)));
        Assert.Equal("2", Text(await store.ReadAsync("a", None)));
    }

    [Fact]
    public async Task ETag_IsNewAfterEveryChange_WhateverTheContent()
    {
        var seen = new HashSet<string>();
        for (int i = 0; i < 20; i++)
        {
            var store = Open(); // as after a restart
            Assert.True(seen.Add((await WriteAsync(store, "a", "same", WriteCondition.Always))!));
            Assert.True(await store.AppendAsync("a", "x"u8.ToArray(), 4, None));
            string appended = (await store.FindAsync("a", None))!.ETag;
            Assert.True(seen.Add(appended));
            Assert.True(await store.TruncateAsync("a", 4, appended, None));
            Assert.True(seen.Add((await store.FindAsync("a", None))!.ETag));
            await WriteAsync(store, "b", "same", WriteCondition.Always);
            Assert.True(await store.MoveAsync("b", "a", None));
            Assert.True(seen.Add((await store.FindAsync("a", None))!.ETag));
            Assert.True(await store.DeleteAsync("a", None));
        }
    }

    [Fact]
    public async Task ETag_IsTheSameWhereverItIsAsked()
    {
        var store = Open();
        await WriteAsync(store, "a", "1", WriteCondition.Always);
        await store.AppendAsync("a", "2"u8.ToArray(), 1, None);
        string eTag = (await store.FindAsync("a", None))!.ETag;
        Assert.Equal(eTag, (await store.ReadAsync("a", None))!.ETag);
        Assert.Equal(eTag, Assert.Single(await ListAsync(Open(), "")).ETag);
    }

    [Fact]
    public async Task Append_AtTheExpectedLength_OrNotAtAll()
    {
        var store = Open();
        Assert.False(await store.AppendAsync("log", "x"u8.ToArray(), 1, None));
        Assert.Null(await store.FindAsync("log", None));
        Assert.True(await store.AppendAsync("log", "one\n"u8.ToArray(), 0, None));
        Assert.False(await store.AppendAsync("log", "x"u8.ToArray(), 0, None));
        Assert.False(await store.AppendAsync("log", "x"u8.ToArray(), 3, None));
        Assert.False(await store.AppendAsync("log", "x"u8.ToArray(), 5, None));
        Assert.True(await Open().AppendAsync("log", "two\n"u8.ToArray(), 4, None));
        Assert.True(await store.AppendAsync("log", Array.Empty<byte>(), 8, None));
        Assert.Equal("one\ntwo\n", Text(await store.ReadAsync("log", None)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task Truncate_WithTheETag_KeepsTheFirstBytes(int length)
    {
        var store = Open();
        string? eTag = await WriteAsync(store, "a", "abcdef", WriteCondition.Always);
        Assert.False(await store.TruncateAsync("a", length, "other", None));
        Assert.False(await store.TruncateAsync("b", length, eTag!, None));
        Assert.True(await store.TruncateAsync("a", length, eTag!, None));
        Assert.Equal("abcdef"[..length], Text(await store.ReadAsync("a", None)));
        Assert.True(await store.AppendAsync("a", "!"u8.ToArray(), length, None));
    }

    [Theory]
    [InlineData(0, "abc")]
    [InlineData(2, "c")]
    [InlineData(3, "")]
    [InlineData(99, "")]
    public async Task Open_AtAnOffset_GivesTheRest(int offset, string rest)
    {
        var store = Open();
        await WriteAsync(store, "a", "abc", WriteCondition.Always);
        await using var stream = await store.OpenAsync("a", offset, None);
        using var reader = new StreamReader(stream!);
        Assert.Equal(rest, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Open_ThenReplaced_ReadsOnAsItWas()
    {
        var store = Open();
        await WriteAsync(store, "a", "before", WriteCondition.Always);
        await using var stream = await store.OpenAsync("a", 0, None);
        await WriteAsync(store, "a", "after!", WriteCondition.Always);
        using var reader = new StreamReader(stream!);
        Assert.Equal("before", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000_000)]
    public async Task Content_OfAnySize_ComesBack(int size)
    {
        var store = Open();
        byte[] content = new byte[size];
        new Random(7).NextBytes(content);
        Assert.NotNull(await store.WriteAsync("big", content, WriteCondition.Absent, None));
        Assert.True((await store.ReadAsync("big", None))!.Content.Span.SequenceEqual(content));
        Assert.Null(await store.WriteAsync("big", content, WriteCondition.Absent, None));
    }

    [Fact]
    public async Task List_IsOrdinalAndByPrefix()
    {
        string[] names = ["a-b", "a.b", "a/b", "a/b0", "a/c/d", "a0", "B", "ab/c", "b/x.json"];
        var store = Open();
        foreach (string name in names.Reverse()) await WriteAsync(store, name, name, WriteCondition.Always);
        Assert.Equal(names.Order(StringComparer.Ordinal), await NamesAsync(store, ""));
        Assert.Equal(["a-b", "a.b", "a/b", "a/b0", "a/c/d", "a0", "ab/c"], await NamesAsync(store, "a"));
        Assert.Equal(["a/b", "a/b0", "a/c/d"], await NamesAsync(store, "a/"));
        Assert.Equal(["a/b", "a/b0"], await NamesAsync(store, "a/b"));
        Assert.Equal(["a/c/d"], await NamesAsync(store, "a/c"));
        Assert.Empty(await NamesAsync(store, "z/y/"));
        Assert.Empty(await NamesAsync(store, "a/b/"));
    }

    [Fact]
    public async Task Move_ReplacesAndLeavesNothing()
    {
        var store = Open();
        await WriteAsync(store, "batches/m/a.csv", "new", WriteCondition.Always);
        await WriteAsync(store, "quarantine/m/a.csv", "old", WriteCondition.Always);
        Assert.True(await store.MoveAsync("batches/m/a.csv", "quarantine/m/a.csv", None));
        Assert.Equal("new", Text(await store.ReadAsync("quarantine/m/a.csv", None)));
        Assert.Equal(["quarantine/m/a.csv"], await NamesAsync(store, ""));
        Assert.True(await store.MoveAsync("quarantine/m/a.csv", "quarantine/m/a.csv", None));
        Assert.False(await store.MoveAsync("batches/m/a.csv", "quarantine/m/a.csv", None));
        Assert.Equal("new", Text(await store.ReadAsync("quarantine/m/a.csv", None)));
    }

    [Fact]
    public async Task Delete_ThenWrite_StartsAnew()
    {
        var store = Open();
        string? eTag = await WriteAsync(store, "a", "1", WriteCondition.Always);
        Assert.True(await store.DeleteAsync("a", None));
        Assert.Null(await store.ReadAsync("a", None));
        Assert.Null(await WriteAsync(store, "a", "2", WriteCondition.Match(eTag!)));
        Assert.NotNull(await WriteAsync(store, "a", "2", WriteCondition.Absent));
    }

    [Theory]
    [InlineData("größe/日本語/🙂.json")]
    [InlineData("with space/tab\there/new\nline")]
    [InlineData("12:00?<a>|\"b\"*.csv")]
    [InlineData("100%/%41%2E/%")]
    [InlineData(".hidden/.x")]
    [InlineData("ends in dot./ends in space /...")]
    [InlineData("CON/nul.txt/com1")]
    public async Task Name_OfAnyKind_IsKept(string name)
    {
        var store = Open();
        string? eTag = await WriteAsync(store, name, "1", WriteCondition.Absent);
        Assert.True(await store.AppendAsync(name, "2"u8.ToArray(), 1, None));
        Assert.Equal("12", Text(await Open().ReadAsync(name, None)));
        Assert.NotNull(eTag);
        Assert.Equal([name], await NamesAsync(store, ""));
        Assert.Equal([name], await NamesAsync(store, name[..(name.LastIndexOf('/') + 1)]));
        Assert.True(await store.MoveAsync(name, "b", None));
        Assert.True(await store.MoveAsync("b", name, None));
        Assert.True(await store.DeleteAsync(name, None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("a/./b")]
    [InlineData("a\\..\\b")]
    [InlineData("C:\\a")]
    public async Task Name_ThatIsNone_IsRefusedEverywhere(string name)
    {
        var store = Open();
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync(name, None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync(name, 0, None));
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(store, name, "x", WriteCondition.Always));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(name, "x"u8.ToArray(), 0, None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.TruncateAsync(name, 0, "x", None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.FindAsync(name, None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(name, None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.MoveAsync(name, "a", None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.MoveAsync("a", name, None));
    }

    private static async Task<string?> WriteAsync(IBlobStore store, string name, string text, WriteCondition condition) =>
        await store.WriteAsync(name, Encoding.UTF8.GetBytes(text), condition, None);

    private static string? Text(Blob? blob) => blob is null ? null : Encoding.UTF8.GetString(blob.Content.Span);

    private static async Task<List<BlobEntry>> ListAsync(IBlobStore store, string prefix)
    {
        var entries = new List<BlobEntry>();
        await foreach (var entry in store.ListAsync(prefix, None)) entries.Add(entry);
        return entries;
    }

    private static async Task<List<string>> NamesAsync(IBlobStore store, string prefix) => [.. (await ListAsync(store, prefix)).Select(e => e.Name)];
}
