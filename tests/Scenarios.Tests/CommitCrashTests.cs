using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, though the host crashes after every commit.</summary>
public sealed class CommitCrashTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_CrashAfterEveryCommit_EndsTheSame(string name) => Library.EndsTheSame(name, Weather.CrashAfterEveryCommit);
}
