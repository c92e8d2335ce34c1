using System.Text;

namespace Homeostat.Infra.Tests.Bicep;

/// <summary>Cuts a file into words. Comments are left out; what is no word is refused.</summary>
internal sealed class Lexer(string text, int line = 1)
{
    // The longer ones first.
    private static readonly string[] s_marks =
        ["==", "!=", "=~", "!~", "<=", ">=", "&&", "||", "??", "::", ".?", "{", "}", "[", "]", "(", ")", ":", ",", ".", "?", "!", "=", "<", ">", "+", "-", "*", "/", "%", "@"];

    private int _at;

    private int _line = line;

    internal static IReadOnlyList<Token> Read(string text, int line = 1)
    {
        var lexer = new Lexer(text, line);
        List<Token> tokens = [];
        while (lexer.Next() is { } token)
        {
            if (token.Kind == TokenKind.NewLine && (tokens.Count == 0 || tokens[^1].Kind == TokenKind.NewLine)) continue;
            tokens.Add(token);
        }
        tokens.Add(new Token(TokenKind.End, lexer._line, ""));
        return tokens;
    }

    private Token? Next()
    {
        SkipBlanks();
        if (_at == text.Length) return null;
        char c = text[_at];
        if (c == '\n')
        {
            _at++;
            return new Token(TokenKind.NewLine, _line++, "\n");
        }
        if (c == '\'') return new Token(TokenKind.Text, _line, "", ReadText());
        if (char.IsAsciiLetter(c) || c == '_') return new Token(TokenKind.Name, _line, While(char.IsAsciiLetterOrDigit, '_'));
        if (char.IsAsciiDigit(c)) return new Token(TokenKind.Number, _line, While(char.IsAsciiDigit, '0'));
        if (s_marks.FirstOrDefault(mark => text.AsSpan(_at).StartsWith(mark, StringComparison.Ordinal)) is not { } found) throw new BicepException(_line, $"'{c}' is no part of Bicep.");
        _at += found.Length;
        return new Token(TokenKind.Mark, _line, found);
    }

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\r') _at++;
            else if (text[_at] == '\t') throw new BicepException(_line, "There is a tab; indent by two spaces.");
            else if (text.AsSpan(_at).StartsWith("//", StringComparison.Ordinal)) _at = text.IndexOf('\n', _at) is >= 0 and var end ? end : text.Length;
            else return;
        }
    }

    private string While(Func<char, bool> wanted, char also)
    {
        int from = _at;
        while (_at < text.Length && (wanted(text[_at]) || text[_at] == also)) _at++;
        return text[from.._at];
    }

    private List<Syntax> ReadText()
    {
        if (text.AsSpan(_at).StartsWith("'''", StringComparison.Ordinal)) throw new BicepException(_line, "Texts of many lines are not read here.");
        List<Syntax> parts = [];
        var piece = new StringBuilder();
        for (_at++; ; _at++)
        {
            if (_at >= text.Length || text[_at] == '\n') throw new BicepException(_line, "A text is opened and never closed.");
            if (text[_at] == '\'') break;
            if (text[_at] == '\\') piece.Append(Escaped());
            else if (text.AsSpan(_at).StartsWith("${", StringComparison.Ordinal))
            {
                parts.Add(new PieceSyntax(_line, piece.ToString()));
                piece.Clear();
                parts.Add(Parser.Expression(Code(), _line));
            }
            else piece.Append(text[_at]);
        }
        _at++;
        parts.Add(new PieceSyntax(_line, piece.ToString()));
        return parts;
    }

    private char Escaped()
    {
        _at++;
        char c = _at < text.Length ? text[_at] : ' ';
        return c switch
        {
            '\\' or '\'' or '$' => c,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new BicepException(_line, $"'\\{c}' stands for nothing."),
        };
    }

    /// <summary>The expression between <c>${</c> and its own <c>}</c>; texts in it may hold braces.</summary>
    private string Code()
    {
        int from = _at += 2;
        for (int open = 1; _at < text.Length && text[_at] != '\n'; _at++)
        {
            if (text[_at] == '\'') _at = text.IndexOf('\'', _at + 1) is > 0 and var end ? end : text.Length - 1;
            else if (text[_at] == '{') open++;
            else if (text[_at] == '}' && --open == 0) return text[from.._at];
        }
        throw new BicepException(_line, "'${' has no '}'.");
    }
}
