using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Homeostat.Loop;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

/// <summary>
/// One writer at a time for each name, among the threads of this process and among processes. Names share a fixed number of locks; a lock is a
/// file in the store's own folder, held open and released by the system when its holder dies.
/// </summary>
internal sealed class NameLocks
{
    private const int Count = 64;
    private const int LongestWait = 50;
    private const int Tries = 650; // half a minute

    private readonly string _folder;
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    internal NameLocks(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Holds a name to change what it stands for.</summary>
    internal Task<NameLock> WriteAsync(string name, CancellationToken cancellation) => EnterAsync(Index(name), OpenToWrite, cancellation);

    /// <summary>Holds a name still while it is looked at.</summary>
    internal Task<NameLock> ReadAsync(string name, CancellationToken cancellation) => EnterAsync(Index(name), OpenToRead, cancellation);

    /// <summary>Holds two names, which may share a lock.</summary>
    internal async Task<(NameLock First, NameLock Second)> WriteBothAsync(string first, string second, CancellationToken cancellation)
    {
        int low = Math.Min(Index(first), Index(second)), high = Math.Max(Index(first), Index(second));
        // Always the lower one first: two moves in opposite directions do not wait for each other.
        var lower = await EnterAsync(low, OpenToWrite, cancellation);
        if (low == high) return (lower, lower);
        try
        {
            var higher = await EnterAsync(high, OpenToWrite, cancellation);
            return Index(first) == low ? (lower, higher) : (higher, lower);
        }
        catch
        {
            lower.Dispose();
            throw;
        }
    }

    private async Task<NameLock> EnterAsync(int index, Func<string, SafeFileHandle?> open, CancellationToken cancellation)
    {
        string path = Path.Combine(_folder, index.ToString("00", CultureInfo.InvariantCulture));
        await _gates[index].WaitAsync(cancellation);
        try
        {
            for (int tries = 1; ; tries++)
            {
                try
                {
                    return new NameLock(open(path), _gates[index]);
                }
                catch (IOException e) when (StorageErrors.IsInUse(e))
                {
                    if (tries == Tries) throw HeldTooLong(path, e);
                }
                catch (Exception e) when (StorageErrors.Told(e, "Locking a name", _folder) is { } told)
                {
                    throw told;
                }
                // Another process, seldom and not for long. The system has no wait that a cancellation ends, hence the polling.
                await Task.Delay(Math.Min(tries, LongestWait), cancellation);
            }
        }
        catch
        {
            _gates[index].Release();
            throw;
        }
    }

    private static SafeFileHandle OpenToWrite(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static SafeFileHandle? OpenToRead(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (UnauthorizedAccessException)
        {
            return null; // somebody who may only look: an append under way may be half seen, and that is all
        }
    }

    // Names that differ by case only are one file on some systems.
    private static int Index(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant()))[0] % Count;

    private static TransientException HeldTooLong(string path, Exception inner) => new(
        $"Another process has held '{path}' for half a minute. While it does, blobs of this store cannot be read or written. "
        + "Look for a hung homeostat process and end it.", inner);
}
