namespace Homeostat.Architecture.Tests.Solutions;

public sealed class SolutionTests
{
    [Fact]
    public void Solution_ListsEveryProject() =>
        Expect.None("Functions.sln lists every project under src, tests and bench.", SolutionChecks.Solution(
            SolutionChecks.InSolution(Repository.Read("Functions.sln")),
            Repository.Projects.Select(p => p.Path).Where(p => p.Split('/')[0] is "src" or "tests" or "bench")));

    [Fact]
    public void LocalFilter_ListsAllButWhatNeedsRarePackages() =>
        Expect.None("Local.slnf lists Functions.sln without Functions, ModelRuntime.MLNet and its tests.", SolutionChecks.Filter(
            SolutionChecks.InFilter(Repository.Read("Local.slnf")),
            SolutionChecks.InSolution(Repository.Read("Functions.sln"))));
}
