using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>A disk that is full when a test says so: each write then puts down its first byte and fails.</summary>
internal sealed class FillableDisk : EngineDisk
{
    internal FillableDisk() => Files = new DurableFile((file, content, offset) => Put(file, content.Span, offset, IsFullForFiles));

    /// <summary>The same disk, for the store.</summary>
    internal DurableFile Files { get; }

    internal bool IsFullForEngine { get; set; }

    internal bool IsFullForFiles { get; set; }

    /// <summary>What fails otherwise.</summary>
    internal Exception? Broken { get; set; }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        if (Broken is not null) throw Broken;
        Put(file, bytes, offset, IsFullForEngine);
    }

    private static void Put(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset, bool isFull)
    {
        RandomAccess.Write(file, isFull ? bytes[..1] : bytes, offset);
        if (isFull) throw new IOException("No space left on device.", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
    }
}
