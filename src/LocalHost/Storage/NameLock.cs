using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

/// <summary>A lock while it is held. Its file keeps the latest time of a file that lost its name, so that no later file gets an earlier one's version.</summary>
internal sealed class NameLock(SafeFileHandle? file, SemaphoreSlim gate) : IDisposable
{
    private bool _released;

    /// <summary>Time of the latest file that was deleted or moved away, in ticks.</summary>
    internal long Floor
    {
        get
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            return file is not null && RandomAccess.Read(file, bytes, 0) == bytes.Length ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
        }
    }

    /// <summary>Notes that a file of this time lost its name.</summary>
    internal void Raise(long ticks)
    {
        if (file is null || ticks <= Floor) return;
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, ticks);
        RandomAccess.Write(file, bytes, 0);
    }

    public void Dispose()
    {
        if (_released) return;
        _released = true;
        file?.Dispose();
        gate.Release();
    }
}
