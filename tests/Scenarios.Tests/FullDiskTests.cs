using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, though a write finds the disk full and leaves half a line: of the log, or of a history.</summary>
public sealed class FullDiskTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_DiskFullAtAnyWrite_EndsTheSame(string name) => Crashed.Each(name, few: 1, counts => counts.Writes, Weather.DiskFull);
}
