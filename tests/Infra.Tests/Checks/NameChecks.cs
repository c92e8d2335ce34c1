using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>Every name leads somewhere, and what is declared is used.</summary>
internal static class NameChecks
{
    private static readonly HashSet<string> s_functions =
    [
        "any", "deployer", "empty", "environment", "guid", "listKeys", "loadJsonContent", "loadTextContent", "resourceGroup", "resourceId", "subscription",
        "subscriptionResourceId", "take", "tenant", "toLower", "union", "uniqueString",
        "allowed", "batchSize", "description", "maxLength", "maxValue", "metadata", "minLength", "minValue",
    ];

    internal static IEnumerable<string> Names(BicepFile file)
    {
        var declared = file.Declarations.Where(declaration => declaration is not OutputDeclaration and not ScopeDeclaration).Select(declaration => declaration.Name).ToHashSet();
        foreach (var declaration in file.Declarations)
        {
            var all = Walk.All(declaration).ToList();
            var local = all.OfType<LoopSyntax>().SelectMany(loop => new[] { loop.Item, loop.Index }).OfType<string>().ToHashSet();
            foreach (var name in all.OfType<NameSyntax>().Where(name => !declared.Contains(name.Name) && !local.Contains(name.Name)))
                yield return $"{file.Path}:{name.Line} names '{name.Name}', which nobody declares";
            foreach (var call in all.OfType<CallSyntax>().Where(call => !s_functions.Contains(call.Name)))
                yield return $"{file.Path}:{call.Line} calls '{call.Name}', which is no function known here";
        }
    }

    internal static IEnumerable<string> Unused(BicepFile file)
    {
        var used = file.Declarations.SelectMany(declaration => Walk.All(declaration).OfType<NameSyntax>()).Select(name => name.Name).ToHashSet();
        return from declaration in file.Declarations
               where declaration is ParameterDeclaration or VariableDeclaration or ResourceDeclaration { IsExisting: true } && !used.Contains(declaration.Name)
               select $"{file.Path}:{declaration.Line} declares '{declaration.Name}', which nobody uses";
    }

    /// <summary>Nested resources are named by <c>::</c>, members of outputs by what the module gives out.</summary>
    internal static IEnumerable<string> Members(BicepFile file, IReadOnlyList<BicepFile> all)
    {
        foreach (var member in file.Declarations.SelectMany(Walk.All).OfType<MemberSyntax>())
        {
            if (member.Nested && Nesting(file, member.Target) is var outer && outer?.Body.Resources.Any(inner => inner.Name == member.Name) != true)
                yield return $"{file.Path}:{member.Line} names '::{member.Name}', which is nested in nothing of that name";
            if (member.Target is MemberSyntax { Name: "outputs", Target: NameSyntax name } && file.Modules.FirstOrDefault(module => module.Name == name.Name) is { } called
                && Of(called, file, all)?.Outputs.Any(output => output.Name == member.Name) != true)
                yield return $"{file.Path}:{member.Line} asks '{called.Path}' for '{member.Name}', which it does not give out";
        }
    }

    /// <summary>The file that a module names, from the file that names it.</summary>
    internal static BicepFile? Of(ModuleDeclaration module, BicepFile caller, IReadOnlyList<BicepFile> all)
    {
        string folder = caller.Path.Contains('/', StringComparison.Ordinal) ? caller.Path[..(caller.Path.LastIndexOf('/') + 1)] : "";
        return all.FirstOrDefault(file => file.Path == folder + module.Path);
    }

    private static ResourceDeclaration? Nesting(BicepFile file, Syntax target) => target switch
    {
        NameSyntax name => file.Declarations.OfType<ResourceDeclaration>().FirstOrDefault(resource => resource.Name == name.Name),
        MemberSyntax { Nested: true } inner => Nesting(file, inner.Target)?.Body.Resources.FirstOrDefault(resource => resource.Name == inner.Name),
        _ => null,
    };
}
