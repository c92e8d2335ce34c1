using Homeostat.Infra.Tests.Bicep;
using Homeostat.Infra.Tests.Facts;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>Resources are of types, versions and members that their providers take.</summary>
internal static class ResourceChecks
{
    // Bicep's own, at the top of a resource.
    private static readonly HashSet<string> s_own = ["parent", "scope", "dependsOn"];

    // Not among the published types: the keys of a Functions host, which Microsoft's own templates read in this form.
    private const string HostKeys = "Microsoft.Web/sites/host@2025-03-01";

    internal static IEnumerable<string> Check(BicepFile file) => file.Resources.SelectMany(resource => Check(file.Path, resource));

    private static IEnumerable<string> Check(string path, ResourceDeclaration resource)
    {
        if (resource.Type == HostKeys && resource.IsExisting) return [];
        if (!ResourceFacts.All.TryGetValue(resource.Type, out var facts)) return [$"{path}:{resource.Line} has '{resource.Type}', a type or version that the facts do not have"];
        return Object(facts, ".", resource.Body, resource.IsExisting).Select(problem => $"{path}:{problem} of {resource.Type}");
    }

    private static IEnumerable<string> Object(IReadOnlyDictionary<string, PlaceFacts> facts, string place, ObjectSyntax value, bool partial)
    {
        // Nothing is known of what any value may stand in.
        if (!facts.TryGetValue(place, out var known)) yield break;
        bool top = place == ".";
        foreach (var member in value.Members)
        {
            string name = member.Name.Shown;
            if (top && s_own.Contains(name)) continue;
            if (!known.Takes(name)) yield return $"{member.Name.Line}: '{name}' is no member of '{place}'";
            else if (Words(member.Value).FirstOrDefault(word => !known.Allows(name, word)) is { } word) yield return $"{member.Name.Line}: '{name}' of '{place}' cannot be '{word}'";
            foreach (string problem in Inside(facts, top ? name : $"{place}.{name}", member.Value)) yield return problem;
        }
        foreach (string missing in known.Required.Where(name => !partial && value[name] is null)) yield return $"{value.Line}: '{place}' lacks '{missing}'";
    }

    /// <summary>Objects that an expression may give.</summary>
    private static IEnumerable<string> Inside(IReadOnlyDictionary<string, PlaceFacts> facts, string place, Syntax value) => value switch
    {
        ObjectSyntax inner => Object(facts, place, inner, partial: false),
        ArraySyntax array => array.Items.SelectMany(item => Inside(facts, place + "[]", item)),
        LoopSyntax loop => Inside(facts, place + "[]", loop.Body),
        OperationSyntax { Operator: "?" } choice => choice.Operands.Skip(1).SelectMany(way => Inside(facts, place, way)),
        CallSyntax { Name: "union" } union => union.Arguments.SelectMany(part => Inside(facts, place, part)),
        _ => [],
    };

    /// <summary>Texts that an expression may give.</summary>
    private static IEnumerable<string> Words(Syntax value) => value switch
    {
        TextSyntax { Plain: { } plain } => [plain],
        OperationSyntax { Operator: "?" } choice => choice.Operands.Skip(1).SelectMany(Words),
        _ => [],
    };
}
