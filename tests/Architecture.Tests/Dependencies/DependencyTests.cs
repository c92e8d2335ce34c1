namespace Homeostat.Architecture.Tests.Dependencies;

public sealed class DependencyTests
{
    [Fact]
    public void Projects_PointOneWay() =>
        Expect.None("Dependencies point one way (tests/Architecture.Tests/Dependencies/DependencyTable.cs).",
            DependencyChecks.Direction(Repository.Projects, DependencyTable.Rows));

    [Fact]
    public void Functions_IsALeaf() => Expect.None("Nothing references Functions.", DependencyChecks.Leaf(Repository.Projects));

    [Fact]
    public void ProductProjects_HaveNoBackDoors() =>
        Expect.None("Product code reaches other code through project and package references only.",
            DependencyChecks.BackDoors(Repository.Projects));

    [Fact]
    public void Packages_StayWhereTheyBelong() =>
        Expect.None("Statistics knows MathNet.Numerics only; Azure is known in AzureML and Functions only.",
            DependencyChecks.Packages(Repository.Projects));

    [Fact]
    public void Versions_StandInOnePlace()
    {
        var central = Project.Parse("Directory.Packages.props", Repository.Read("Directory.Packages.props")).Includes("PackageVersion").ToHashSet();
        Expect.None("Package versions stand in Directory.Packages.props only.", DependencyChecks.Versions(Repository.Projects, central));
    }

    [Fact]
    public void BuildRules_StandInOnePlace() =>
        Expect.None("Directory.Build.* and Directory.Packages.props stand in the root only.",
            from file in Repository.Files
            let name = Path.GetFileName(file)
            where name.StartsWith("Directory.", StringComparison.Ordinal) && file != name
            select file);
}
