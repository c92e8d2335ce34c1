namespace Homeostat.Infra.Tests.Bicep;

/// <summary>What stands at the top of a file, under a name.</summary>
internal abstract record Declaration(int Line, string Name)
{
    internal IReadOnlyList<CallSyntax> Decorators { get; init; } = [];
}

internal sealed record ScopeDeclaration(int Line, string Scope) : Declaration(Line, "targetScope");

internal sealed record ParameterDeclaration(int Line, string Name, string Type, Syntax? Default) : Declaration(Line, Name);

internal sealed record VariableDeclaration(int Line, string Name, Syntax Value) : Declaration(Line, Name);

internal sealed record OutputDeclaration(int Line, string Name, string Type, Syntax Value) : Declaration(Line, Name);

/// <summary>A resource, one or a loop of them; <see cref="Type"/> is whole for nested ones, too.</summary>
internal sealed record ResourceDeclaration(int Line, string Name, string Type, bool IsExisting, Syntax? Condition, Syntax Value) : Declaration(Line, Name)
{
    internal ObjectSyntax Body => (ObjectSyntax)(Value is LoopSyntax loop ? loop.Body : Value);
}

internal sealed record ModuleDeclaration(int Line, string Name, string Path, Syntax? Condition, Syntax Value) : Declaration(Line, Name)
{
    internal ObjectSyntax Body => (ObjectSyntax)(Value is LoopSyntax loop ? loop.Body : Value);
}
