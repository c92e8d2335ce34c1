namespace Homeostat.Architecture.Tests.Docs;

/// <summary>The document checkers on small bad samples.</summary>
public sealed class DocumentCheckTests
{
    private const string Row = "| `HS1001` | message | cause | fix |\n";

    [Theory]
    [InlineData("[a](b.md)", 0)]
    [InlineData("[a](./b.md#one--two-words)", 0)]
    [InlineData("[a](../docs/b.md)", 0)]
    [InlineData("[a](/docs/b.md)", 0)]
    [InlineData("[a](#here)\n# Here", 0)]
    [InlineData("[a](https://example.org/x)", 0)]
    [InlineData("`[a](gone.md)`", 0)]
    [InlineData("```text\n[a](gone.md)\n```", 0)]
    [InlineData("[a](gone.md)", 1)]
    [InlineData("![a](gone.png \"title\")", 1)]
    [InlineData("[a][x]\n\n[x]: gone.md", 1)]
    [InlineData("<img src=\"gone.png\">", 1)]
    [InlineData("[a](b.md#three)", 1)]
    [InlineData("[a](#there)\n# Here", 1)]
    [InlineData("[a](../../docs/b.md)", 1)]
    [InlineData("[a](B.md)", 1)]
    public void Links_Broken(string text, int findings) =>
        Assert.Equal(findings, LinkChecks.Broken("docs/a.md", text, p => p is "docs/a.md" or "docs/b.md", p => p == "docs/a.md" ? text : "## One & two `words`\n").Count());

    [Fact]
    public void Fences_KnowTheirMark()
    {
        var fences = Markdown.Fences("<!-- run exit=1 -->\n```bash\na\nb\n```\n\n```mermaid\nc\n```\n").ToList();
        Assert.Equal([new Fence(2, "bash", "a\nb", "run exit=1"), new Fence(7, "mermaid", "c", null)], fences);
    }

    [Theory]
    [InlineData("run", false, 0, null)]
    [InlineData("run exit=1", false, 1, null)]
    [InlineData("run exit=1 writes=report.html", false, 1, "report.html")]
    [InlineData("run: tests", true, 0, null)]
    public void Marks_AreUnderstood(string mark, bool tests, int exit, string? writes)
    {
        var block = ReadmeBlock.From(new Fence(1, "bash", "", mark))!;
        Assert.Equal((tests, exit, writes), (block.IsTestRun, block.ExitCode, block.Writes));
    }

    [Theory]
    [InlineData("```bash\nrm -r x\n```", 1)]
    [InlineData("<!-- run -->\n\n```bash\nls\n```", 1)]
    [InlineData("<!-- run exit=one -->\n```bash\nls\n```", 1)]
    [InlineData("<!-- run -->\n```bash\nls\n```", 0)]
    [InlineData("```mermaid\ngraph\n```", 0)]
    public void Readme_UnmarkedBlocks(string readme, int findings) => Assert.Equal(findings, ReadmeBlock.Unmarked(readme).Count());

    [Theory]
    [InlineData("dotnet test Local.slnf", 0)]
    [InlineData("dotnet test Local.slnf --nologo | tee log", 0)]
    [InlineData("# dotnet test Local.slnf", 1)]
    [InlineData("dotnet test Local.slnfx", 1)]
    [InlineData("dotnet test tests/Loop.Tests", 1)]
    public void TestCommand_OutOfStep(string script, int findings) =>
        Assert.Equal(findings, ReadmeBlock.NotInContinuousIntegration("<!-- run: tests -->\n```bash\ndotnet test Local.slnf\n```", script).Count());

    [Theory]
    [InlineData("class A { const string B = \"HS1001\"; }", Row, 0)]
    [InlineData("class A { string B(int x) => $\"HS1001: {x}\"; }", Row, 0)]
    [InlineData("class A { string B = \"\"\"HS1001\"\"\"; }", Row, 0)]
    [InlineData("// HS1001\nclass A;", Row, 1)]
    [InlineData("class A { const string B = \"HS1001\"; }", "", 1)]
    [InlineData("class A { const string B = \"HS1001\"; }", "HS1001 is an error.", 1)]
    [InlineData("class A { const string B = \"HS1001\"; }", Row + Row, 1)]
    [InlineData("class A { const string B = \"HS1001\"; }", Row + "and HS1002", 1)]
    [InlineData("class A { const string B = \"HS1001\"; }", "| `HS1001` | message | | fix |\n", 1)]
    [InlineData("class A { const string B = \"HS1001 HS1002\"; }", "| HS1002 | m | c | f |\n| HS1001 | m | c | f |\n", 1)]
    public void ErrorCodes_OutOfStep(string code, string document, int findings) =>
        Assert.Equal(findings, ErrorCodeChecks.Compare(ErrorCodeChecks.InSource([new SourceFile("src/Loop/A.cs", code)]), document).Count());
}
