using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every story ends the same, behind whichever history event the host crashes: one crash a run, and the host runs through from there.</summary>
public sealed class CommitCrashTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Story_CrashAfterAnyCommit_EndsTheSame(string name) => Crashed.Each(name, few: 2, counts => counts.Commits, n => Weather.CrashAfter(n));
}
