using Homeostat.LocalHost;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Does not wait for the disk, for the crashes here are of the host and not of the power; and is full for one write, if the weather says so.</summary>
internal sealed class Disk(Weather weather) : EngineDisk
{
    private int _writes;

    /// <summary>Writes so far, over all starts.</summary>
    internal int Writes => Volatile.Read(ref _writes);

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        bool full = Interlocked.Increment(ref _writes) == weather.Write;
        base.Write(file, full ? bytes[..(bytes.Length / 2)] : bytes, offset);
        if (full) throw new IOException("No space left on device.");
    }

    public override void Flush(SafeFileHandle file)
    {
    }
}
