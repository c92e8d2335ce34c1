namespace Homeostat.LocalHost;

/// <summary>
/// Brings the history files to what the log says. What a file held before the oldest mention in the log was flushed; from there on the log is
/// right and the file is rewritten, so it does not matter in what state a crash left it. Done twice, it does the same.
/// </summary>
internal static class Recovery
{
    /// <returns>The number for the next segment.</returns>
    /// <exception cref="EngineFolderException">A line of the log or a file is damaged.</exception>
    public static int Run(string logFolder, string instanceFolder, EngineDisk disk)
    {
        var last = new Dictionary<string, FileChange>(StringComparer.Ordinal);
        var segments = CommitLog.Segments(logFolder).ToList();
        foreach (var (number, path) in segments)
        {
            foreach (var line in Lines(path, isLast: number == segments[^1].Number))
            {
                foreach (var change in CommitCodec.Read(line)) Merge(last, change);
            }
        }
        var files = Directory.EnumerateFiles(instanceFolder).Select(path => HistoryFile.Parse(Path.GetFileName(path))).OfType<HistoryFile>();
        DeleteReplaced(instanceFolder, files.ToList(), last);
        foreach (var change in last.Values) Apply(Path.Combine(instanceFolder, change.File.Name), change, disk);
        foreach (var (_, path) in segments) File.Delete(path);
        return segments.Count == 0 ? 1 : segments[^1].Number + 1;
    }

    /// <summary>Deletes the files of runs that are not the last one the log knows of an instance.</summary>
    private static void DeleteReplaced(string folder, List<HistoryFile> files, Dictionary<string, FileChange> last)
    {
        foreach (var file in files)
        {
            if (last.TryGetValue(file.Instance, out var change) && change.File != file) File.Delete(Path.Combine(folder, file.Name));
        }
    }

    /// <summary>The good lines of a segment. Only the last line of the last segment can be torn: the next one is written after it was flushed.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(string path, bool isLast)
    {
        ReadOnlyMemory<byte> rest = File.ReadAllBytes(path);
        for (var line = 1; rest.Length > 0; line++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var found = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (end < 0 || !ChecksummedLine.IsGood(found.Span))
            {
                if (isLast && rest.Length == 0) yield break;
                throw EngineFolderException.Damaged(path, line, "log");
            }
            yield return found;
        }
    }

    /// <summary>Keeps the last run of each instance: what the log says of earlier ones does not matter any more, and their files may be gone.</summary>
    private static void Merge(Dictionary<string, FileChange> last, FileChange change)
    {
        var goesOn = !change.Deleted && last.TryGetValue(change.File.Instance, out var before) && before.File == change.File && !before.Deleted;
        if (goesOn) last[change.File.Instance].Lines.AddRange(change.Lines);
        else last[change.File.Instance] = change;
    }

    private static void Apply(string path, FileChange change, EngineDisk disk)
    {
        if (change.Deleted)
        {
            File.Delete(path);
            return;
        }
        using var file = EngineDisk.Open(path);
        var length = RandomAccess.GetLength(file);
        if (length < change.Offset) throw EngineFolderException.Short(path, length, change.Offset);
        var content = change.Content();
        disk.Write(file, content, change.Offset);
        RandomAccess.SetLength(file, change.Offset + content.Length);
        disk.Flush(file);
    }
}
