using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, though the host never gets further than one history event before it crashes again.</summary>
public sealed class EveryCommitCrashTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Story_CrashAfterEveryCommit_EndsTheSame(string name)
    {
        var rough = await Library.EndsTheSame(name, Weather.CrashAfterEveryCommit);
        Assert.True(rough.Counts.Starts >= 1 + rough.Journal.Count, $"The host crashed only {rough.Counts.Starts - 1} times.");
    }
}
