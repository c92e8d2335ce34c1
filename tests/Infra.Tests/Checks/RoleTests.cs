using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

public sealed class RoleTests
{
    private const string Assignment = "resource store 'T@1' existing = { name: 's' }\n" +
        "resource a 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n  name: 'n'\n  scope: store\n  properties: {\n" +
        "    roleDefinitionId: subscriptionResourceId('R', roleIds['Reader'])\n    principalId: appPrincipalId\n  }\n}";

    private const string Heading = "# Security\n\n## Roles\n\n| who | role | on | why |\n|---|---|---|---|\n";

    [Fact]
    public void EveryRole_HasItsReason_AndNoOtherIsTold() => Assert.Empty(RoleChecks.Check(Tree.Bicep, Tree.Read("docs/security.md")));

    [Fact]
    public void Roles_AreReadFromFiles() => Assert.Equal([new Role("app", "Reader", "store")], RoleChecks.Given([BicepFile.Parse("x.bicep", Assignment)]));

    [Theory]
    [InlineData("", "no row with a reason for app: Reader on store")]
    [InlineData("| app | Reader | store | short |\n", "no row with a reason for app: Reader on store")]
    [InlineData("| app | Reader | store | it reads what people drop there |\n| app | Owner | store | it would be comfortable to own it |\n", "app: Owner on store, which nobody gives")]
    public void Role_WithoutReason_OrReasonWithoutRole_IsFound(string rows, string problem) =>
        Assert.Contains(problem, Assert.Single(RoleChecks.Check([BicepFile.Parse("x.bicep", Assignment)], Heading + rows)), StringComparison.Ordinal);

    [Theory]
    [InlineData("var roleIds = { AcrPull: '00000000-4ed3-4680-a7ca-43fe172d538d' }")]
    [InlineData("var roleIds = { Unheard: '7f951dda-4ed3-4680-a7ca-43fe172d538d' }")]
    public void Guid_OfAnotherRole_IsFound(string text) => Assert.Single(RoleChecks.Ids(BicepFile.Parse("x.bicep", text)));
}
