namespace Homeostat.Infra.Tests.Bicep;

public sealed class ParserTests
{
    [Theory]
    [InlineData("param a string = 'b", "never closed")]
    [InlineData("param a text", "no type")]
    [InlineData("param a string b", "the end of the line")]
    [InlineData("var a = { b: 1 c: 2 }", "where ',', a new line or '}'")]
    [InlineData("var a = { b: 1\n b: 2 }", "twice")]
    [InlineData("var a = [1, 2", "where ',', a new line or ']'")]
    [InlineData("var a = (1 + 2", "')'")]
    [InlineData("var a = x ? 1", "':'")]
    [InlineData("var a = '${b'", "no '}'")]
    [InlineData("var a = 'b\\q'", "stands for nothing")]
    [InlineData("var a = 1\nvar a = 2", "declared twice")]
    [InlineData("vra a = 1", "begins no statement")]
    [InlineData("resource a 'T@1' = 5", "is an object")]
    [InlineData("resource a = {}", "a text")]
    [InlineData("var a = [for b of c: b]", "'in'")]
    [InlineData("@description('a') 1\nvar b = 1", "the end of the line")]
    [InlineData("var a = b # c", "no part of Bicep")]
    public void Text_ThatIsNoBicep_IsRefused(string text, string problem)
    {
        var refused = Assert.Throws<BicepException>(() => BicepFile.Parse("x.bicep", text));
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a ? b : c ? d : e", "(a ? b : (c ? d : e))")]
    [InlineData("a || b && c == d", "(a || (b && (c == d)))")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("!empty(a) && b", "((! empty(a)) && b)")]
    [InlineData("a!.b[c].d(e, 'f')", "a.b[c].d(e, 'f')")]
    [InlineData("x::y.id", "x::y.id")]
    [InlineData("'a${b.c('d')}e'", "'a${b.c('d')}e'")]
    [InlineData("[\n  1\n  2, 3\n]", "[1, 2, 3]")]
    [InlineData("[for (a, i) in b: { c: a }]", "[for a, i in b: {c: a}]")]
    public void Expression_IsReadAsBicepReadsIt(string text, string read) => Assert.Equal(read, Shown(Parser.Expression(text, 1)));

    [Fact]
    public void NestedResources_HaveWholeTypes()
    {
        var file = BicepFile.Parse("x.bicep", "resource a 'P/t@2025-01-01' existing = {\n  name: 'n'\n  resource b 'u' = {\n    resource c 'v' existing = { name: 'm' }\n  }\n}");
        Assert.Equal(["P/t@2025-01-01", "P/t/u@2025-01-01", "P/t/u/v@2025-01-01"], file.Resources.Select(resource => resource.Type));
    }

    private static string Shown(Syntax syntax) => syntax switch
    {
        TextSyntax text => "'" + string.Concat(text.Parts.Select(part => part is PieceSyntax piece ? piece.Text : "${" + Shown(part) + "}")) + "'",
        NumberSyntax number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        NameSyntax name => name.Name,
        MemberSyntax member => Shown(member.Target) + (member.Nested ? "::" : ".") + member.Name,
        IndexSyntax index => $"{Shown(index.Target)}[{Shown(index.Index)}]",
        CallSyntax call => (call.Target is null ? "" : Shown(call.Target) + ".") + $"{call.Name}({string.Join(", ", call.Arguments.Select(Shown))})",
        OperationSyntax { Operands: [var only] } unary => $"({unary.Operator} {Shown(only)})",
        OperationSyntax { Operands: [var left, var right] } two => $"({Shown(left)} {two.Operator} {Shown(right)})",
        OperationSyntax { Operands: [var condition, var then, var otherwise] } => $"({Shown(condition)} ? {Shown(then)} : {Shown(otherwise)})",
        ArraySyntax array => $"[{string.Join(", ", array.Items.Select(Shown))}]",
        LoopSyntax loop => $"[for {loop.Item}{(loop.Index is null ? "" : ", " + loop.Index)} in {Shown(loop.Over)}: {Shown(loop.Body)}]",
        ObjectSyntax members => "{" + string.Join(", ", members.Members.Select(member => $"{member.Name.Shown}: {Shown(member.Value)}")) + "}",
        _ => "?",
    };
}
