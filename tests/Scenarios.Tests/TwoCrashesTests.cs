using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, though the host comes back from a crash, makes one history event durable, and crashes again.</summary>
public sealed class TwoCrashesTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_TwoCrashesInARow_EndsTheSame(string name) => Crashed.Each(name, few: 1, counts => counts.Commits - 1, n => Weather.CrashAfter(n, 1));
}
