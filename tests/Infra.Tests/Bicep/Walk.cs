namespace Homeostat.Infra.Tests.Bicep;

/// <summary>Goes through expressions.</summary>
internal static class Walk
{
    /// <summary>The expression and all in it, resources nested in objects too.</summary>
    internal static IEnumerable<Syntax> All(Syntax? syntax) => syntax is null ? [] : [syntax, .. Inner(syntax).SelectMany(All)];

    /// <summary>All expressions of a declaration.</summary>
    internal static IEnumerable<Syntax> All(Declaration declaration) => Values(declaration).SelectMany(All);

    private static IEnumerable<Syntax?> Values(Declaration declaration) => declaration switch
    {
        ParameterDeclaration parameter => [parameter.Default, .. parameter.Decorators],
        VariableDeclaration variable => [variable.Value],
        OutputDeclaration output => [output.Value],
        ResourceDeclaration resource => [resource.Condition, resource.Value, .. resource.Decorators],
        ModuleDeclaration module => [module.Condition, module.Value],
        _ => [],
    };

    private static IEnumerable<Syntax> Inner(Syntax syntax) => syntax switch
    {
        TextSyntax text => text.Parts,
        MemberSyntax member => [member.Target],
        IndexSyntax index => [index.Target, index.Index],
        CallSyntax call => call.Target is null ? call.Arguments : [call.Target, .. call.Arguments],
        OperationSyntax operation => operation.Operands,
        ArraySyntax array => array.Items,
        LoopSyntax loop => [loop.Over, loop.Body],
        ObjectSyntax members => [.. members.Members.SelectMany(member => new[] { member.Name, member.Value }), .. members.Resources.SelectMany(resource => Values(resource).OfType<Syntax>())],
        _ => [],
    };
}
