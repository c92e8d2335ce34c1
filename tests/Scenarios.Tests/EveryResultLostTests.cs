using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, though the host crashes behind the effect of every activity, so that each is done twice.</summary>
public sealed class EveryResultLostTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Story_EveryResultLost_EndsTheSame(string name)
    {
        var rough = await Library.EndsTheSame(name, Weather.EveryResultLost);
        Assert.True(rough.Counts.Starts >= 1 + rough.Journal.Count, $"The host crashed only {rough.Counts.Starts - 1} times.");
    }
}
