namespace Homeostat.Infra.Tests.Bicep;

internal enum TokenKind
{
    /// <summary>After the last one.</summary>
    End,

    /// <summary>One or more line ends: they end statements, members and items.</summary>
    NewLine,
    Name,
    Number,
    Text,

    /// <summary>A mark or an operator.</summary>
    Mark,
}

/// <summary>A word of a file.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Value">As it is written; nothing for a text.</param>
/// <param name="Parts">Of a text.</param>
internal sealed record Token(TokenKind Kind, int Line, string Value, IReadOnlyList<Syntax>? Parts = null)
{
    internal bool Is(string mark) => Kind == TokenKind.Mark && Value == mark;

    internal bool IsName(string name) => Kind == TokenKind.Name && Value == name;
}
