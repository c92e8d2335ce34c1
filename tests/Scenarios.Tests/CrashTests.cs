using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, whenever the host crashes.</summary>
public sealed class CrashTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_CrashAfterEveryCommit_EndsTheSame(string name) => EndsTheSame(name, Weather.CrashAfterEveryCommit);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_EveryResultLost_EndsTheSame(string name) => EndsTheSame(name, Weather.EveryResultLost);

    private static async Task EndsTheSame(string name, Weather weather)
    {
        var calm = await Library.Calm(name);
        var rough = await Outcome.Of(Library.Stories[name], weather);
        Assert.Equal(calm.Text, rough.Text);
    }
}
