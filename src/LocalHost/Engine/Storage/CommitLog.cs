using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

/// <summary>
/// The shared log of all instances: one line a commit, flushed before anything follows from it. Segments <c>00000001.log</c>, 2, 3, ...; a
/// segment is deleted when the history files hold durably what it says.
/// </summary>
internal sealed class CommitLog(string folder, EngineDisk disk) : IDisposable
{
    private SafeFileHandle? _file;
    private long _length;

    /// <summary>The segment that is written.</summary>
    public int Segment { get; private set; }

    /// <summary>Bytes in it.</summary>
    public long Length => _length;

    /// <summary>Numbers and paths of the segments, oldest first.</summary>
    public static IEnumerable<(int Number, string Path)> Segments(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.log")
        let name = Path.GetFileNameWithoutExtension(path)
        where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let number = int.Parse(name, CultureInfo.InvariantCulture)
        orderby number
        select (number, path);

    /// <summary>Goes on in a new segment.</summary>
    public void Begin(int segment)
    {
        _file?.Dispose();
        Segment = segment;
        _file = EngineDisk.Open(Path.Combine(folder, $"{segment:D8}.log"));
        _length = 0;
    }

    /// <summary>Appends a commit; durable on return.</summary>
    public void Append(ReadOnlySpan<byte> line)
    {
        var whole = new byte[line.Length + 1];
        line.CopyTo(whole);
        whole[^1] = (byte)'\n';
        disk.Write(_file!, whole, _length);
        disk.Flush(_file!);
        _length += whole.Length;
    }

    /// <summary>Deletes the segments before a number.</summary>
    public void DeleteBefore(int segment)
    {
        foreach (var (number, path) in Segments(folder).ToList())
        {
            if (number < segment) File.Delete(path);
        }
    }

    public void Dispose() => _file?.Dispose();
}
