using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

/// <summary>
/// Which version of a file this is: its time of last write and its length. The store gives every write a time after all earlier ones of that
/// name, whatever the clock says, so the two never come back; a file dropped by hand has a version too, and there is nothing beside the file to lose.
/// </summary>
/// <param name="Ticks">Time of the last write, UTC.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct FileVersion(long Ticks, long Length)
{
    internal string ETag => string.Create(CultureInfo.InvariantCulture, $"{Ticks:x}-{Length:x}");

    internal DateTimeOffset ModifiedAt => new(Ticks, TimeSpan.Zero);

    /// <summary>The version of a file; null when there is none or it is a folder.</summary>
    internal static FileVersion? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? Of(file) : null;
    }

    /// <summary>The version of a file that was there when it was listed; null when it is gone.</summary>
    internal static FileVersion? Of(FileInfo file)
    {
        try
        {
            // What counts is the file a link leads to.
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            return target is { Exists: true } ? new(target.LastWriteTimeUtc.Ticks, target.Length) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    internal static FileVersion Of(SafeFileHandle file) => new(File.GetLastWriteTimeUtc(file).Ticks, RandomAccess.GetLength(file));

    /// <summary>Dates an open file now, but after `floor` in any case.</summary>
    internal static FileVersion Stamp(SafeFileHandle file, long now, long floor)
    {
        // File systems keep times to 100 ns, 1 s or 2 s: step up until what is read back is later.
        for (long step = 1; step <= TimeSpan.TicksPerMinute; step *= 10)
        {
            File.SetLastWriteTimeUtc(file, new DateTime(Math.Max(now, floor + step), DateTimeKind.Utc));
            var version = Of(file);
            if (version.Ticks > floor) return version;
        }
        throw new IOException("The file system does not keep the time of the last write.");
    }
}
