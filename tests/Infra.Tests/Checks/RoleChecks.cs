using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>The roles that infra gives out, against the table that says why.</summary>
internal static class RoleChecks
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments@2022-04-01";

    /// <summary>GUIDs of Azure's built-in roles, from Azure's list of them (learn.microsoft.com, "Azure built-in roles").</summary>
    internal static IReadOnlyDictionary<string, string> BuiltIn { get; } = new Dictionary<string, string>
    {
        ["AcrPull"] = "7f951dda-4ed3-4680-a7ca-43fe172d538d",
        ["AzureML Data Scientist"] = "f6c7c914-8db3-469d-8ca1-694a8f32e121",
        ["Durable Task Data Contributor"] = "0ad04412-c4d5-4796-b79c-f76d14c8d402",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["Monitoring Reader"] = "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
        ["Storage Blob Data Contributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Blob Data Reader"] = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        ["Storage Queue Data Contributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["Storage Table Data Contributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    };

    /// <summary>Roles as files give them out. Symbols say who and where: <c>appOnStorage</c> is the app's, on storage.</summary>
    internal static IEnumerable<Role> Given(IEnumerable<BicepFile> files) => files.SelectMany(file => file.Resources.Where(resource => resource.Type == Assignment).SelectMany(Given));

    private static IEnumerable<Role> Given(ResourceDeclaration assignment)
    {
        var properties = (ObjectSyntax)assignment.Body["properties"]!;
        string who = Who(properties["principalId"]!), where = assignment.Body["scope"] is { } scope ? Symbol(scope) : "the resource group";
        return Names(assignment, properties["roleDefinitionId"]!).Select(name => new Role(who, name, where));
    }

    /// <summary>Rows of the table below "Roles" in docs/security.md: who, role, on what, why.</summary>
    internal static IEnumerable<Role> Told(string markdown) =>
        from line in markdown.Split("\n## Roles", 2)[^1].Split("\n## ", 2)[0].Split('\n')
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 6 && !cells[1].StartsWith("---", StringComparison.Ordinal) && cells[1] != "who" && cells[4].Length > 20
        select new Role(cells[1], cells[2], cells[3]);

    internal static IEnumerable<string> Check(IEnumerable<BicepFile> files, string markdown)
    {
        var given = Given(files).ToHashSet();
        var told = Told(markdown).ToHashSet();
        return given.Except(told).Select(role => $"docs/security.md has no row with a reason for {role}").Concat(told.Except(given).Select(role => $"docs/security.md tells of {role}, which nobody gives"));
    }

    /// <summary>Names and GUIDs of the roles that a file writes.</summary>
    internal static IEnumerable<string> Ids(BicepFile file) =>
        from variable in file.Declarations.OfType<VariableDeclaration>()
        where variable.Name == "roleIds"
        from member in ((ObjectSyntax)variable.Value).Members
        where BuiltIn.GetValueOrDefault(member.Name.Shown) != (member.Value as TextSyntax)?.Plain
        select $"{file.Path}:{member.Name.Line} has another GUID for '{member.Name.Shown}' than Azure";

    // Roles of a loop stand in the loop's list.
    private static IEnumerable<string> Names(ResourceDeclaration assignment, Syntax id)
    {
        if (id is MemberSyntax { Name: "id", Target: NameSyntax own }) return [own.Name];
        var index = Walk.All(id).OfType<IndexSyntax>().Single().Index;
        return index is TextSyntax text ? [text.Plain!] : ((ArraySyntax)((LoopSyntax)assignment.Value).Over).Items.Select(item => ((TextSyntax)item).Plain!);
    }

    private static string Who(Syntax principal) => principal switch
    {
        NameSyntax name => name.Name.Replace("PrincipalId", "", StringComparison.Ordinal).Replace("deployerId", "deployer", StringComparison.Ordinal),
        MemberSyntax { Target: MemberSyntax { Target: NameSyntax owner } } => owner.Name,
        _ => "?",
    };

    private static string Symbol(Syntax scope) => scope switch
    {
        NameSyntax name => name.Name,
        MemberSyntax { Nested: true } member => member.Name,
        _ => "?",
    };
}
