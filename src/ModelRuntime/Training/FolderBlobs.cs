using System.Globalization;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>A folder, local or mounted, read as the store that a manifest's names belong to. Nothing is ever written.</summary>
internal sealed class FolderBlobs(string root) : IBlobStore
{
    // What the store on files writes otherwise, because some file system refuses it.
    private const string Reserved = "<>:\"|?*%";

    public async Task<Blob?> ReadAsync(string name, CancellationToken cancellation) =>
        PathOf(name) is { } path ? new Blob(await File.ReadAllBytesAsync(path, cancellation), "") : null;

    public Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation)
    {
        if (PathOf(name) is not { } path) return Task.FromResult<Stream?>(null);
        try
        {
            var stream = File.OpenRead(path);
            stream.Position = offset;
            return Task.FromResult<Stream?>(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Files.NoAccess(path, e);
        }
    }

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation) => throw ReadOnly();

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation) => throw ReadOnly();

    public Task<bool> TruncateAsync(string name, long length, string eTag, CancellationToken cancellation) => throw ReadOnly();

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation) => throw ReadOnly();

    public Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation) => throw ReadOnly();

    public Task<bool> MoveAsync(string from, string to, CancellationToken cancellation) => throw ReadOnly();

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => throw ReadOnly();

    /// <summary>The file behind a name; null when there is none.</summary>
    internal string? PathOf(string name)
    {
        string[] parts = name.Split('/');
        // A manifest is data: it must not lead out of the folder.
        if (Array.Exists(parts, part => part is "" or "." or ".." || part.Contains('\\', StringComparison.Ordinal))) return null;
        string plain = Path.Combine([root, .. parts]), encoded = Path.Combine([root, .. parts.Select(Encode)]);
        return File.Exists(plain) ? plain : File.Exists(encoded) ? encoded : null;
    }

    private static string Encode(string part) => string.Concat(part.Select((c, i) =>
        (i == 0 && c == '.') || c < ' ' || Reserved.Contains(c, StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}") : $"{c}"));

    private static NotSupportedException ReadOnly() => new("A trainer only reads datasets. Another store keeps what the loop writes. Do not write through this one.");
}
