namespace Homeostat.Infra.Tests.Bicep;

/// <summary>Reads expressions of Bicep by recursive descent; what it does not know it refuses.</summary>
internal sealed class Parser(Cursor cursor, StatementParser? statements)
{
    // Loosest first; all bind to the left.
    private static readonly string[][] s_levels = [["??"], ["||"], ["&&"], ["==", "!=", "=~", "!~"], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    internal static Syntax Expression(string code, int line)
    {
        var cursor = new Cursor(Lexer.Read(code, line));
        var read = new Parser(cursor, null).Expression();
        return cursor.Now.Kind == TokenKind.End ? read : throw cursor.Unexpected("the end of the expression");
    }

    internal Syntax Expression()
    {
        var condition = Level(0);
        if (!cursor.Now.Is("?")) return condition;
        int line = cursor.Take().Line;
        var then = Expression();
        cursor.SkipLines();
        cursor.Need(":");
        return new OperationSyntax(line, "?", [condition, then, Expression()]);
    }

    private Syntax Level(int level)
    {
        if (level == s_levels.Length) return Unary();
        var left = Level(level + 1);
        while (cursor.Now.Kind == TokenKind.Mark && s_levels[level].Contains(cursor.Now.Value))
        {
            var mark = cursor.Take();
            left = new OperationSyntax(mark.Line, mark.Value, [left, Level(level + 1)]);
        }
        return left;
    }

    private Syntax Unary()
    {
        if (!cursor.Now.Is("!") && !cursor.Now.Is("-")) return Tail(Primary());
        var mark = cursor.Take();
        return new OperationSyntax(mark.Line, mark.Value, [Unary()]);
    }

    /// <summary>What may follow a value: members, indices, calls, and a mark that it is there.</summary>
    private Syntax Tail(Syntax value)
    {
        while (true)
        {
            int line = cursor.Line;
            if (cursor.TryTake(".") || cursor.TryTake(".?")) value = Member(value, line, cursor.NeedName());
            else if (cursor.TryTake("::")) value = new MemberSyntax(line, value, cursor.NeedName(), Nested: true);
            else if (cursor.TryTake("[")) value = Index(value, line);
            else if (!cursor.TryTake("!")) return value;
        }
    }

    private Syntax Member(Syntax target, int line, string name) =>
        cursor.TryTake("(") ? new CallSyntax(line, target, name, Arguments()) : new MemberSyntax(line, target, name, Nested: false);

    private IndexSyntax Index(Syntax target, int line)
    {
        var index = Expression();
        cursor.Need("]");
        return new IndexSyntax(line, target, index);
    }

    private Syntax Primary()
    {
        var token = cursor.Now;
        switch (token)
        {
            case { Kind: TokenKind.Text }:
                cursor.Take();
                return new TextSyntax(token.Line, token.Parts!);
            case { Kind: TokenKind.Number }:
                cursor.Take();
                return new NumberSyntax(token.Line, long.Parse(token.Value, System.Globalization.CultureInfo.InvariantCulture));
            case { Kind: TokenKind.Name }:
                return Named();
            case { Kind: TokenKind.Mark, Value: "(" }:
                cursor.Take();
                var inner = Expression();
                cursor.Need(")");
                return inner;
            case { Kind: TokenKind.Mark, Value: "[" }:
                return Array();
            case { Kind: TokenKind.Mark, Value: "{" }:
                return Object();
            default:
                throw cursor.Unexpected("a value");
        }
    }

    private Syntax Named()
    {
        var name = cursor.Take();
        if (name.Value is "true" or "false" or "null") return new WordSyntax(name.Line, name.Value);
        return cursor.TryTake("(") ? new CallSyntax(name.Line, null, name.Value, Arguments()) : new NameSyntax(name.Line, name.Value);
    }

    internal IReadOnlyList<Syntax> Arguments()
    {
        List<Syntax> all = [];
        if (cursor.TryTake(")")) return all;
        do all.Add(Expression());
        while (cursor.TryTake(","));
        cursor.Need(")");
        return all;
    }

    private Syntax Array()
    {
        int line = cursor.Take().Line;
        if (cursor.Now.IsName("for")) return Loop(line);
        List<Syntax> items = [];
        for (cursor.SkipLines(); !cursor.Now.Is("]");)
        {
            items.Add(Expression());
            if (cursor.Ends("]")) break;
        }
        cursor.Need("]");
        return new ArraySyntax(line, items);
    }

    private LoopSyntax Loop(int line)
    {
        cursor.Take();
        string? index = null;
        string item;
        if (cursor.TryTake("("))
        {
            item = cursor.NeedName();
            cursor.Need(",");
            index = cursor.NeedName();
            cursor.Need(")");
        }
        else item = cursor.NeedName();
        if (!cursor.TryTakeName("in")) throw cursor.Unexpected("'in'");
        var over = Expression();
        cursor.Need(":");
        var body = Expression();
        cursor.Need("]");
        return new LoopSyntax(line, item, index, over, body);
    }

    internal ObjectSyntax Object()
    {
        int line = cursor.Line;
        cursor.Need("{");
        List<ObjectMember> members = [];
        List<ResourceDeclaration> resources = [];
        for (cursor.SkipLines(); !cursor.Now.Is("}");)
        {
            if (cursor.Now.IsName("resource") && cursor.After.Kind == TokenKind.Name) resources.Add((statements ?? throw cursor.Unexpected("a member")).Resource([]));
            else members.Add(Member(members));
            if (cursor.Ends("}")) break;
        }
        cursor.Need("}");
        return new ObjectSyntax(line, members, resources);
    }

    private ObjectMember Member(List<ObjectMember> before)
    {
        int line = cursor.Line;
        var name = cursor.Now.Kind switch
        {
            TokenKind.Name => new TextSyntax(line, [new PieceSyntax(line, cursor.Take().Value)]),
            TokenKind.Text => new TextSyntax(line, cursor.Take().Parts!),
            _ => throw cursor.Unexpected("a member's name"),
        };
        if (before.Any(member => member.Name.Plain is { } plain && plain == name.Plain)) throw new BicepException(line, $"'{name.Plain}' stands there twice.");
        cursor.Need(":");
        return new ObjectMember(name, Expression());
    }
}
