using Homeostat.Scenarios.Tests.Stories;

namespace Homeostat.Scenarios.Tests;

public sealed class StoryTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story(string name) => Library.Calm(name);
}
