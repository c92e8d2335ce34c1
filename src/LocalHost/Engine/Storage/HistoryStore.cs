namespace Homeostat.LocalHost;

/// <summary>The folder of an engine: <c>engine.lock</c>, <c>log/</c> and <c>instances/</c>. Used by one thread.</summary>
internal sealed class HistoryStore : IDisposable
{
    private readonly EngineOptions _options;
    private readonly FolderLock _lock;
    private readonly CommitLog _log;
    private readonly string _logFolder;
    private readonly string _instanceFolder;
    private HashSet<string> _dirty = [];
    private Task _checkpoint = Task.CompletedTask;

    private HistoryStore(EngineOptions options, FolderLock taken)
    {
        _options = options;
        _lock = taken;
        _logFolder = Directory.CreateDirectory(Path.Combine(options.Folder, "log")).FullName;
        _instanceFolder = Directory.CreateDirectory(Path.Combine(options.Folder, "instances")).FullName;
        _log = new CommitLog(_logFolder, options.Disk);
    }

    /// <exception cref="EngineFolderException">The folder is in use or damaged.</exception>
    public static HistoryStore Open(EngineOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        var taken = FolderLock.Take(options.Folder, options.Time.GetUtcNow());
        try
        {
            var store = new HistoryStore(options, taken);
            store._log.Begin(Recovery.Run(store._logFolder, store._instanceFolder, options.Disk));
            return store;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>The histories there are: the last run of each instance.</summary>
    public List<HistoryFile> Files()
    {
        var all = Directory.EnumerateFiles(_instanceFolder).Select(path => HistoryFile.Parse(Path.GetFileName(path))).OfType<HistoryFile>().ToList();
        var last = all.GroupBy(file => file.Instance).Select(runs => runs.MaxBy(file => file.Generation)).ToList();
        // Some file systems forget in a power cut that a file was deleted.
        foreach (var replaced in all.Except(last)) DeleteSuperseded(replaced);
        return last;
    }

    /// <summary>The whole history in a file, and its length in bytes.</summary>
    public (List<HistoryEvent> Events, long Length) Read(HistoryFile file)
    {
        var path = PathOf(file);
        var content = File.ReadAllBytes(path);
        return (HistoryCodec.Read(path, content), content.Length);
    }

    /// <summary>Makes changes durable, all or none; they are not in their files yet.</summary>
    public void Commit(IReadOnlyCollection<FileChange> changes)
    {
        if (_checkpoint.IsFaulted) _checkpoint.GetAwaiter().GetResult();
        if (_log.Length >= _options.LogSegmentBytes && _checkpoint.IsCompleted) BeginCheckpoint();
        _log.Append(CommitCodec.Write(changes));
    }

    /// <summary>Brings committed changes into their files. Not flushed: the log has them.</summary>
    public void Apply(IEnumerable<FileChange> changes)
    {
        foreach (var change in changes)
        {
            var path = PathOf(change.File);
            if (change.Deleted)
            {
                _dirty.Remove(path);
                File.Delete(path);
                continue;
            }
            using var file = EngineDisk.Open(path);
            _options.Disk.Write(file, change.Content(), change.Offset);
            _dirty.Add(path);
        }
    }

    /// <summary>Deletes a run that another replaced; the other's first lines must be committed.</summary>
    public void DeleteSuperseded(HistoryFile file)
    {
        var path = PathOf(file);
        _dirty.Remove(path);
        File.Delete(path);
    }

    /// <summary>Closes tidily: the histories are flushed and the log is empty.</summary>
    public void Close()
    {
        _checkpoint.GetAwaiter().GetResult();
        Flush(_dirty, _options.Disk);
        _log.Dispose();
        _log.DeleteBefore(int.MaxValue);
    }

    /// <summary>Lets go of the folder as it is.</summary>
    public void Dispose()
    {
        // Whoever opens the folder next must not meet our checkpoint in it.
        Task.WaitAny(_checkpoint);
        _log.Dispose();
        _lock.Dispose();
    }

    private void BeginCheckpoint()
    {
        var dirty = _dirty;
        _dirty = [];
        var segment = _log.Segment + 1;
        _log.Begin(segment);
        _checkpoint = Task.Run(() =>
        {
            Flush(dirty, _options.Disk);
            _log.DeleteBefore(segment);
        });
    }

    private static void Flush(IEnumerable<string> paths, EngineDisk disk)
    {
        foreach (var path in paths)
        {
            // A run may have been replaced and its file deleted in the meantime.
            if (!File.Exists(path)) continue;
            try
            {
                using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                disk.Flush(file);
            }
            catch (FileNotFoundException)
            {
            }
        }
    }

    private string PathOf(HistoryFile file) => Path.Combine(_instanceFolder, file.Name);
}
