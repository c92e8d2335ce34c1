namespace Homeostat.Infra.Tests.Bicep;

/// <summary>A piece of Bicep, and the line it begins in.</summary>
internal abstract record Syntax(int Line);

/// <summary>'text', with expressions in <c>${...}</c>; the pieces are <see cref="PieceSyntax"/> and expressions.</summary>
internal sealed record TextSyntax(int Line, IReadOnlyList<Syntax> Parts) : Syntax(Line)
{
    /// <summary>The text; null when an expression is part of it.</summary>
    internal string? Plain => Parts.All(part => part is PieceSyntax) ? Shown : null;

    /// <summary>The text with <c>${}</c> for each expression.</summary>
    internal string Shown => string.Concat(Parts.Select(part => part is PieceSyntax piece ? piece.Text : "${}"));
}

internal sealed record PieceSyntax(int Line, string Text) : Syntax(Line);

internal sealed record NumberSyntax(int Line, long Value) : Syntax(Line);

/// <summary>true, false or null.</summary>
internal sealed record WordSyntax(int Line, string Word) : Syntax(Line);

internal sealed record NameSyntax(int Line, string Name) : Syntax(Line);

/// <summary><c>target.name</c>, and with <c>::</c> the resource nested in another.</summary>
internal sealed record MemberSyntax(int Line, Syntax Target, string Name, bool Nested) : Syntax(Line);

internal sealed record IndexSyntax(int Line, Syntax Target, Syntax Index) : Syntax(Line);

/// <summary><c>name(...)</c>, or <c>target.name(...)</c>.</summary>
internal sealed record CallSyntax(int Line, Syntax? Target, string Name, IReadOnlyList<Syntax> Arguments) : Syntax(Line);

/// <summary>One, two or three operands: <c>!a</c>, <c>a == b</c>, <c>a ? b : c</c>.</summary>
internal sealed record OperationSyntax(int Line, string Operator, IReadOnlyList<Syntax> Operands) : Syntax(Line);

internal sealed record ArraySyntax(int Line, IReadOnlyList<Syntax> Items) : Syntax(Line);

internal sealed record ObjectSyntax(int Line, IReadOnlyList<ObjectMember> Members, IReadOnlyList<ResourceDeclaration> Resources) : Syntax(Line)
{
    internal Syntax? this[string name] => Members.FirstOrDefault(member => member.Name.Plain == name)?.Value;
}

internal sealed record ObjectMember(TextSyntax Name, Syntax Value);

/// <summary><c>[for item in over: body]</c>.</summary>
internal sealed record LoopSyntax(int Line, string Item, string? Index, Syntax Over, Syntax Body) : Syntax(Line);
