namespace Homeostat.Infra.Tests.Bicep;

/// <summary>Reads what stands at the top of a file.</summary>
internal sealed class StatementParser
{
    private static readonly string[] s_types = ["string", "int", "bool", "object", "array"];

    private readonly Cursor _cursor;

    private readonly Parser _expressions;

    private StatementParser(string text)
    {
        _cursor = new Cursor(Lexer.Read(text));
        _expressions = new Parser(_cursor, this);
    }

    internal static IReadOnlyList<Declaration> Read(string text)
    {
        var parser = new StatementParser(text);
        List<Declaration> all = [];
        for (parser._cursor.SkipLines(); parser._cursor.Now.Kind != TokenKind.End; parser._cursor.NeedLineEnd())
        {
            var next = parser.Statement();
            // An output may be named as something else is.
            if (all.Any(other => other.Name == next.Name && other is OutputDeclaration == next is OutputDeclaration)) throw new BicepException(next.Line, $"'{next.Name}' is declared twice.");
            all.Add(next);
        }
        return all;
    }

    private Declaration Statement()
    {
        var decorators = Decorators();
        int line = _cursor.Line;
        if (_cursor.Now.IsName("resource")) return Resource(decorators);
        string keyword = _cursor.NeedName();
        return keyword switch
        {
            "targetScope" => Scope(line),
            "param" => Parameter(line, decorators),
            "var" => new VariableDeclaration(line, NameBefore("="), _expressions.Expression()),
            "output" => Output(line),
            "module" => Module(line) with { Decorators = decorators },
            _ => throw new BicepException(line, $"'{keyword}' begins no statement that is read here."),
        };
    }

    private List<CallSyntax> Decorators()
    {
        List<CallSyntax> all = [];
        while (_cursor.TryTake("@"))
        {
            all.Add(_expressions.Expression() as CallSyntax ?? throw _cursor.Unexpected("a decorator"));
            _cursor.NeedLineEnd();
        }
        return all;
    }

    private ScopeDeclaration Scope(int line)
    {
        _cursor.Need("=");
        return new ScopeDeclaration(line, _cursor.NeedText());
    }

    private ParameterDeclaration Parameter(int line, IReadOnlyList<CallSyntax> decorators)
    {
        string name = _cursor.NeedName(), type = Type();
        return new ParameterDeclaration(line, name, type, _cursor.TryTake("=") ? _expressions.Expression() : null) { Decorators = decorators };
    }

    private OutputDeclaration Output(int line)
    {
        string name = _cursor.NeedName(), type = Type();
        _cursor.Need("=");
        return new OutputDeclaration(line, name, type, _expressions.Expression());
    }

    internal ResourceDeclaration Resource(IReadOnlyList<CallSyntax> decorators)
    {
        int line = _cursor.Take().Line;
        string name = _cursor.NeedName(), type = _cursor.NeedText();
        bool existing = _cursor.TryTakeName("existing");
        var (condition, value) = Body();
        return Whole(new ResourceDeclaration(line, name, type, existing, condition, value) { Decorators = decorators });
    }

    // A nested resource's type stands below that of the one around it.
    private static ResourceDeclaration Whole(ResourceDeclaration resource)
    {
        if (!resource.Type.Contains('@', StringComparison.Ordinal)) return resource;
        string[] parts = resource.Type.Split('@');
        var body = resource.Body;
        var nested = body.Resources.Select(inner => Whole(inner.Type.Contains('@', StringComparison.Ordinal) ? inner : inner with { Type = $"{parts[0]}/{inner.Type}@{parts[1]}" })).ToList();
        var whole = body with { Resources = nested };
        return resource with { Value = resource.Value is LoopSyntax loop ? loop with { Body = whole } : whole };
    }

    private ModuleDeclaration Module(int line)
    {
        string name = _cursor.NeedName(), path = _cursor.NeedText();
        var (condition, value) = Body();
        return new ModuleDeclaration(line, name, path, condition, value);
    }

    /// <summary><c>= {...}</c>, <c>= if (...) {...}</c>, <c>= [for ...: {...}]</c>.</summary>
    private (Syntax? Condition, Syntax Value) Body()
    {
        _cursor.Need("=");
        Syntax? condition = null;
        if (_cursor.TryTakeName("if"))
        {
            _cursor.Need("(");
            condition = _expressions.Expression();
            _cursor.Need(")");
        }
        var value = _expressions.Expression();
        return value is ObjectSyntax or LoopSyntax { Body: ObjectSyntax } ? (condition, value) : throw new BicepException(value.Line, "A resource or module is an object, or a loop of objects.");
    }

    private string NameBefore(string mark)
    {
        string name = _cursor.NeedName();
        _cursor.Need(mark);
        return name;
    }

    private string Type() => _cursor.NeedName() is var type && s_types.Contains(type) ? type : throw new BicepException(_cursor.Line, $"'{type}' is no type that is read here.");
}
