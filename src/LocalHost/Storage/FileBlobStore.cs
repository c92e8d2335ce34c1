using System.Runtime.CompilerServices;
using Homeostat.Loop;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

/// <summary>
/// Blobs as files of one folder, which is on one file system. Files that somebody puts there by hand are blobs like any other; names that start
/// with a dot are not. Any number of threads and processes may use one folder at a time.
/// </summary>
public sealed class FileBlobStore : IBlobStore
{
    /// <summary>The store's own folder below the root.</summary>
    internal const string OwnFolder = ".store";

    private readonly string _root;
    private readonly TimeProvider _clock;
    private readonly FileTree _tree;
    private readonly NameLocks _locks;
    private readonly DurableFile _files;

    /// <param name="root">The folder; made when it is not there.</param>
    /// <param name="clock">Dates what is written.</param>
    public FileBlobStore(string root, TimeProvider clock) : this(root, clock, DurableFile.OnDisk)
    {
    }

    internal FileBlobStore(string root, TimeProvider clock, DurableFile files)
    {
        _root = Path.GetFullPath(root);
        _clock = clock;
        _tree = new FileTree(_root);
        _files = files;
        _locks = Guard($"Opening the store in '{_root}'", () => new NameLocks(Path.Combine(_root, OwnFolder, "locks")));
    }

    /// <summary>Hears, with every listing, of what is no blob though it may look like one: a path and the reason.</summary>
    internal Action<string, string> LeftOut { init => _tree.LeftOut = value; }

    private long Now => _clock.GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public async Task<Blob?> ReadAsync(string name, CancellationToken cancellation)
    {
        var (file, version) = await OpenFileAsync(name, cancellation);
        if (file is null) return null;
        using (file)
        {
            if (version.Length > Array.MaxLength) throw TooLarge(name, version.Length);
            byte[] content = new byte[version.Length];
            int read = 0;
            for (int more = 1; more > 0 && read < content.Length; read += more)
            {
                more = await RandomAccess.ReadAsync(file, content.AsMemory(read), read, cancellation);
            }
            return new Blob(content.AsMemory(0, read), version.ETag);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var (file, version) = await OpenFileAsync(name, cancellation);
        return file is null ? null : new BoundedStream(file, offset, version.Length);
    }

    /// <inheritdoc/>
    public async Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        string path = _tree.PathOf(name);
        using var held = await _locks.WriteAsync(name, cancellation);
        return Guard($"Writing '{name}'", () =>
        {
            var before = FileVersion.Of(path);
            bool holds = condition.IfAbsent ? before is null : condition.ETag is null || condition.ETag == before?.ETag;
            return holds ? _files.Replace(path, content, Now, Floor(before, held)).ETag : null;
        });
    }

    /// <inheritdoc/>
    public async Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation)
    {
        string path = _tree.PathOf(name);
        using var held = await _locks.WriteAsync(name, cancellation);
        return Guard($"Appending to '{name}'", () =>
        {
            var before = FileVersion.Of(path);
            if ((before?.Length ?? 0) != expectedLength) return false;
            if (!content.IsEmpty) _files.Append(path, content, before, Now, Floor(before, held));
            return true;
        });
    }

    /// <inheritdoc/>
    public async Task<bool> TruncateAsync(string name, long length, string eTag, CancellationToken cancellation)
    {
        string path = _tree.PathOf(name);
        using var held = await _locks.WriteAsync(name, cancellation);
        return Guard($"Cutting '{name}'", () =>
        {
            if (FileVersion.Of(path) is not { } before || before.ETag != eTag) return false;
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, before.Length);
            if (length < before.Length) DurableFile.Truncate(path, length, Now, Floor(before, held));
            return true;
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask; // a folder is listed on the spot
        using var entries = _tree.List(prefix).GetEnumerator();
        while (Guard($"Listing '{prefix}'", entries.MoveNext))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entries.Current;
        }
    }

    /// <inheritdoc/>
    public async Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation)
    {
        string path = _tree.PathOf(name);
        using var held = await _locks.ReadAsync(name, cancellation);
        return FileVersion.Of(path) is { } version ? new BlobEntry(name, version.ETag, version.Length, version.ModifiedAt) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> MoveAsync(string from, string to, CancellationToken cancellation)
    {
        string source = _tree.PathOf(from), target = _tree.PathOf(to);
        if (source == target) return FileVersion.Of(source) is not null;
        var (left, taken) = await _locks.WriteBothAsync(from, to, cancellation);
        using (left)
        using (taken)
        {
            return Guard($"Moving '{from}' to '{to}'", () =>
            {
                if (FileVersion.Of(source) is not { } version) return false;
                DurableFile.Move(source, target, version, Floor(FileVersion.Of(target), taken));
                left.Raise(version.Ticks);
                return true;
            });
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string name, CancellationToken cancellation)
    {
        string path = _tree.PathOf(name);
        using var held = await _locks.WriteAsync(name, cancellation);
        return Guard($"Deleting '{name}'", () =>
        {
            if (FileVersion.Of(path) is not { } version) return false;
            // Noted first: a crash in between costs nothing, the other order could give a later file this version.
            held.Raise(version.Ticks);
            DurableFile.Delete(path);
            return true;
        });
    }

    // The length is taken while nobody appends; what is open stays readable as it is when the name gets another file.
    private async Task<(SafeFileHandle? File, FileVersion Version)> OpenFileAsync(string name, CancellationToken cancellation)
    {
        string path = _tree.PathOf(name);
        using var held = await _locks.ReadAsync(name, cancellation);
        return Guard<(SafeFileHandle?, FileVersion)>($"Reading '{name}'", () =>
        {
            if (!File.Exists(path)) return (null, default);
            try
            {
                var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);
                return (file, FileVersion.Of(file));
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return (null, default);
            }
        });
    }

    private static long Floor(FileVersion? before, NameLock held) => Math.Max(before?.Ticks ?? 0, held.Floor);

    private T Guard<T>(string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (StorageErrors.Told(e, what, _root) is { } told)
        {
            throw told;
        }
    }

    private static IOException TooLarge(string name, long length) => new(
        $"'{name}' has {length} bytes. That is more than fits in one piece of memory. Open it as a stream instead.");
}
