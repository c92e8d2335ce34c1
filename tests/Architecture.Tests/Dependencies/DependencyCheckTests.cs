namespace Homeostat.Architecture.Tests.Dependencies;

/// <summary>The checkers on small bad samples.</summary>
public sealed class DependencyCheckTests
{
    [Theory]
    [InlineData("Statistics", "Batches")]
    [InlineData("Loop", "AzureML")]
    [InlineData("LocalHost", "Emulator")]
    [InlineData("LocalHost", "Dashboard")]
    [InlineData("Emulator", "AzureML")]
    [InlineData("Functions", "LocalHost")]
    [InlineData("Functions", "Emulator")]
    public void Direction_AgainstTheTable_IsFound(string from, string to) => Assert.Single(Direction(Sample(from, to)));

    [Theory]
    [InlineData("Cli", "Statistics")]
    [InlineData("Functions", "AzureML")]
    [InlineData("Dashboard", "Batches")]
    public void Direction_DownwardsThroughOthers_IsFine(string from, string to) => Assert.Empty(Direction(Sample(from, to)));

    [Fact]
    public void Direction_ProjectWithoutARow_IsFound() =>
        Assert.Contains("no row", Assert.Single(Direction(Sample("Novelty", "Loop"))), StringComparison.Ordinal);

    [Fact]
    public void Direction_ProductOnTests_IsFound()
    {
        var tests = Project.Parse("tests/Fakes/Fakes.csproj", "<Project/>");
        Assert.Contains("never knows tests", Assert.Single(Direction(Sample("Loop", "Fakes"), tests)), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_HasNoCircle() =>
        Assert.DoesNotContain(DependencyTable.Rows.Keys, name => DependencyTable.Reachable(name, DependencyTable.Rows).Contains(name));

    [Fact]
    public void Leaf_Referenced_IsFound() => Assert.Single(DependencyChecks.Leaf([Sample("Cli", "Functions")]));

    [Theory]
    [InlineData("<Reference Include='Homeostat.AzureML' HintPath='x.dll' />")]
    [InlineData("<Compile Include='../AzureML/*.cs' />")]
    public void BackDoors_AreFound(string item) => Assert.Single(DependencyChecks.BackDoors([With("Loop", item)]));

    [Theory]
    [InlineData("Statistics", "System.CommandLine")]
    [InlineData("Loop", "Azure.Identity")]
    [InlineData("Cli", "Microsoft.Azure.Functions.Worker")]
    public void Packages_OutOfPlace_AreFound(string project, string package) =>
        Assert.Single(DependencyChecks.Packages([With(project, $"<PackageReference Include='{package}' />")]));

    [Fact]
    public void Packages_InPlace_AreFine() =>
        Assert.Empty(DependencyChecks.Packages(
            [With("Statistics", "<PackageReference Include='MathNet.Numerics' />"), With("AzureML", "<PackageReference Include='Azure.Identity' />")]));

    [Theory]
    [InlineData("<PackageReference Include='xunit' Version='2.9.3' />")]
    [InlineData("<PackageReference Include='xunit' VersionOverride='2.9.3' />")]
    [InlineData("<PackageReference Include='xunit'><Version>2.9.3</Version></PackageReference>")]
    [InlineData("<PackageVersion Include='xunit' Version='2.9.3' />")]
    [InlineData("<PackageReference Include='unheard.of' />")]
    public void Versions_OutOfPlace_AreFound(string item) =>
        Assert.Single(DependencyChecks.Versions([With("Loop", item)], new HashSet<string> { "xunit" }));

    private static IEnumerable<string> Direction(params Project[] projects) => DependencyChecks.Direction(projects, DependencyTable.Rows);

    private static Project Sample(string from, string to) => With(from, $"<ProjectReference Include='..\\{to}\\{to}.csproj' />");

    private static Project With(string name, string item) =>
        Project.Parse($"src/{name}/{name}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>");
}
