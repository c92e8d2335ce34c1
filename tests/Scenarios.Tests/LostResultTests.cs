using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, though the host crashes between the effect of an activity and the event that would tell of it.</summary>
public sealed class LostResultTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_AnyResultLost_EndsTheSame(string name) => Crashed.Each(name, few: 1, counts => counts.Effects, Weather.ResultLost);
}
