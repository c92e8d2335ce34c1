using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>A disk with so many bytes left, and a count of flushes.</summary>
internal sealed class FullDisk(long left) : EngineDisk
{
    private long _left = left;
    private int _flushes;

    public int Flushes => _flushes;

    /// <summary>Called before each flush.</summary>
    public Action? BeforeFlush { get; set; }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        var fits = (int)Math.Min(bytes.Length, Interlocked.Read(ref _left));
        base.Write(file, bytes[..fits], offset);
        Interlocked.Add(ref _left, -fits);
        if (fits < bytes.Length) throw new IOException("No space left on device");
    }

    public override void Flush(SafeFileHandle file)
    {
        BeforeFlush?.Invoke();
        Interlocked.Increment(ref _flushes);
        base.Flush(file);
    }
}
