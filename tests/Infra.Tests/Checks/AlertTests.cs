using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

public sealed class AlertTests
{
    private const string Section = "# All\n\n## a-b\n\n**It means**: x\n**Look at**: x\n**Do**: x\n\n## Without an alert\n";

    private static readonly BicepFile s_one = BicepFile.Parse("alerts.bicep", "var alerts = [\n  { name: 'a-b' }\n]");

    [Fact]
    public void Alerts_HaveASectionEach() => Assert.Empty(AlertChecks.Runbook(Tree.File("app/alerts.bicep"), Tree.Read("docs/operations.md")));

    [Theory]
    [InlineData("infra/app/alerts.bicep")]
    [InlineData("infra/app/workbook.json")]
    public void Queries_AskForKindsThatAreWritten(string path) => Assert.Empty(AlertChecks.Asked(Tree.Read(path), Tree.Read("src/Loop/Journal/JournalKinds.cs")));

    [Fact]
    public void Section_WithAllItsParts_IsEnough() => Assert.Empty(AlertChecks.Runbook(s_one, Section));

    [Theory]
    [InlineData("## a-b", "## a-c", "no section 'a-b'")]
    [InlineData("## a-b", "## a-c", "tells of 'a-c'")]
    [InlineData("**Do**", "**Done**", "lacks **Do**")]
    public void Section_ThatDoesNotFit_IsFound(string part, string broken, string problem) =>
        Assert.Contains(AlertChecks.Runbook(s_one, Section.Replace(part, broken, StringComparison.Ordinal)), found => found.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("| where Kind == \"gone\"", "asks for 'gone'")]
    [InlineData("| where Kind in (\"here\", \"gone\")", "asks for 'gone'")]
    [InlineData("| where Kind in (\\\"here\\\", \\\"gone\\\")", "asks for 'gone'")]
    [InlineData("| where Model == \"here\"", "no query asks")]
    public void Kind_ThatNobodyWrites_IsFound(string query, string problem) =>
        Assert.Contains(problem, Assert.Single(AlertChecks.Asked(query, "public const string Here = \"here\";")), StringComparison.Ordinal);
}
