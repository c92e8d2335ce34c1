using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>
/// Watches the folders that people write to. A watch is a convenience: it may lose events, and not be had at all; the scan finds what it does not tell.
/// </summary>
/// <param name="root">The folder that holds them.</param>
/// <param name="watcher">Makes a watcher of one folder.</param>
/// <param name="changed">Called, on any thread, when there is something to look at.</param>
/// <param name="log">Hears, once, that there is no watch, and once that there is one again.</param>
internal sealed class DropWatch(string root, Func<string, FileSystemWatcher> watcher, Action changed, ILogger log) : IDisposable
{
    private static readonly string[] s_names = ["policies", "batches", "labels"];

    private readonly Lock _lock = new();
    private readonly List<(FileSystemWatcher Watcher, string Folder, DateTime Born)> _open = [];
    private bool _told;
    private bool _closed;

    /// <summary>Watches, unless it does. To be called now and then: it notices folders that were taken away, and tries again what failed.</summary>
    internal void Ensure()
    {
        lock (_lock)
        {
            if (_closed || (_open.Count > 0 && _open.TrueForAll(IsThere))) return;
            if (_open.Exists(open => !Directory.Exists(open.Folder))) Lose("one of them was deleted.");
            // Perhaps another folder of the same name, perhaps one whose file system keeps no time of birth: watching it anew does for both.
            CloseAll();
            try
            {
                foreach (string name in s_names) Open(Path.Combine(root, name));
                if (_told) LoopLog.WatchAgain(log, root);
                _told = false;
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
            {
                Lose(failed.Message);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            CloseAll();
        }
    }

    // A folder that was deleted and made anew is another one: its watcher would wait for the old one forever.
    private static bool IsThere((FileSystemWatcher Watcher, string Folder, DateTime Born) open) =>
        Directory.Exists(open.Folder) && Directory.GetCreationTimeUtc(open.Folder) == open.Born;

    private void Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var made = watcher(folder);
        _open.Add((made, folder, Directory.GetCreationTimeUtc(folder)));
        made.IncludeSubdirectories = true;
        made.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
        made.Created += (_, _) => changed();
        made.Changed += (_, _) => changed();
        made.Renamed += (_, _) => changed();
        made.Error += (_, failed) => Failed(failed.GetException());
        made.EnableRaisingEvents = true;
    }

    private void Failed(Exception failed)
    {
        // More happened than it could tell: it goes on, and what it did not tell is looked for.
        if (failed is not InternalBufferOverflowException)
        {
            lock (_lock) Lose(failed.Message);
        }
        changed();
    }

    private void Lose(string reason)
    {
        CloseAll();
        if (!_told && !_closed) LoopLog.WatchLost(log, root, reason);
        _told = true;
    }

    private void CloseAll()
    {
        foreach (var (open, _, _) in _open) open.Dispose();
        _open.Clear();
    }
}
