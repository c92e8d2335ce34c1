namespace Homeostat.Architecture.Tests.Solutions;

/// <summary>The checkers on small bad samples.</summary>
public sealed class SolutionCheckTests
{
    private const string Sln = """
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{827E0CD3-B72D-47B6-A68D-7590B98EB39B}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Loop", "src\Loop\Loop.csproj", "{59208275-6AE0-4197-882A-35DA9AA8885F}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Functions", "src\Functions\Functions.csproj", "{59208275-6AE0-4197-882A-35DA9AA8885E}"
        EndProject
        """;

    [Fact]
    public void InSolution_ReadsProjectsAndSkipsFolders() =>
        Assert.Equal(["src/Functions/Functions.csproj", "src/Loop/Loop.csproj"], SolutionChecks.InSolution(Sln).Order());

    [Fact]
    public void Solution_ProjectOnDiskOnly_IsFound() =>
        Assert.Equal(["Functions.sln lacks src/New/New.csproj"],
            SolutionChecks.Solution(SolutionChecks.InSolution(Sln), [.. SolutionChecks.InSolution(Sln), "src/New/New.csproj"]));

    [Fact]
    public void Solution_ProjectGone_IsFound() =>
        Assert.Contains("does not belong", Assert.Single(SolutionChecks.Solution(SolutionChecks.InSolution(Sln), ["src/Loop/Loop.csproj"])), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "solution": { "projects": [ "src\\Loop\\Loop.csproj" ] } }""", 0)]
    [InlineData("""{ "solution": { "projects": [] } }""", 1)]
    [InlineData("""{ "solution": { "projects": [ "src\\Loop\\Loop.csproj", "src\\Functions\\Functions.csproj" ] } }""", 1)]
    public void Filter_LeavesOutWhatNeedsRarePackagesOnly(string slnf, int findings) =>
        Assert.Equal(findings, SolutionChecks.Filter(SolutionChecks.InFilter(slnf), SolutionChecks.InSolution(Sln)).Count());
}
