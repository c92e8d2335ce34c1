using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost.TestHost;

/// <summary>Says when it writes.</summary>
internal sealed class SpeakingDisk : EngineDisk
{
    /// <summary>The same for the store.</summary>
    internal static DurableFile Files { get; } = new((file, content, offset) =>
    {
        Console.WriteLine("write");
        RandomAccess.Write(file, content.Span, offset);
        Console.WriteLine("written");
    });

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        Console.WriteLine("write");
        base.Write(file, bytes, offset);
        Console.WriteLine("written");
    }
}
