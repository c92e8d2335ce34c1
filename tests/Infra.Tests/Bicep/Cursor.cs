namespace Homeostat.Infra.Tests.Bicep;

/// <summary>A place in a file's words.</summary>
internal sealed class Cursor(IReadOnlyList<Token> tokens)
{
    private int _at;

    internal Token Now => tokens[_at];

    internal Token After => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    internal int Line => Now.Line;

    internal Token Take() => tokens[_at++];

    internal bool TryTake(string mark)
    {
        if (!Now.Is(mark)) return false;
        _at++;
        return true;
    }

    internal bool TryTakeName(string name)
    {
        if (!Now.IsName(name)) return false;
        _at++;
        return true;
    }

    internal void Need(string mark)
    {
        if (!TryTake(mark)) throw Unexpected($"'{mark}'");
    }

    internal string NeedName() => Now.Kind == TokenKind.Name ? Take().Value : throw Unexpected("a name");

    /// <summary>A text without expressions.</summary>
    internal string NeedText()
    {
        if (Now.Kind != TokenKind.Text) throw Unexpected("a text");
        var text = new TextSyntax(Line, Take().Parts!);
        return text.Plain ?? throw new BicepException(text.Line, "There must be no expression in this text.");
    }

    internal void SkipLines()
    {
        while (Now.Kind == TokenKind.NewLine) _at++;
    }

    /// <summary>Statements end where their line does.</summary>
    internal void NeedLineEnd()
    {
        if (Now.Kind == TokenKind.End) return;
        if (Now.Kind != TokenKind.NewLine) throw Unexpected("the end of the line");
        SkipLines();
    }

    /// <summary>Between items of an array or members of an object: a comma, a line's end, or both; true when the end mark follows.</summary>
    internal bool Ends(string mark)
    {
        bool parted = TryTake(",");
        parted |= Now.Kind == TokenKind.NewLine;
        SkipLines();
        return Now.Is(mark) || (parted ? false : throw Unexpected($"',', a new line or '{mark}'"));
    }

    internal BicepException Unexpected(string wanted) => new(Line, $"There is {(Now.Kind is TokenKind.End or TokenKind.NewLine ? "an end of line" : $"'{Now.Value}'")} where {wanted} should be.");
}
