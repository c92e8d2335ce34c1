using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, though every activity is done twice.</summary>
public sealed class LostResultTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_EveryResultLost_EndsTheSame(string name) => Library.EndsTheSame(name, Weather.EveryResultLost);
}
