using Homeostat.LocalHost;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Does not wait for the disk: the crashes here are of the host, not of the power.</summary>
internal sealed class IdleDisk : EngineDisk
{
    public override void Flush(SafeFileHandle file)
    {
    }
}
