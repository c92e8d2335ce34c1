namespace Homeostat.Architecture.Tests.Shapes;

/// <summary>The size checkers on small bad samples; boundaries as tables.</summary>
public sealed class SizeCheckTests
{
    [Theory]
    [InlineData(150, 0)]
    [InlineData(151, 1)] // the share of the only file
    [InlineData(300, 1)]
    [InlineData(301, 2)] // the share and the file itself
    public void FileSize_Boundaries(int lines, int findings) => Assert.Equal(findings, FileSizeChecks.Check([File(lines)]).Count());

    [Theory]
    [InlineData(9, 1, 0)]
    [InlineData(8, 1, 1)]
    public void FileSize_NineInTen(int small, int large, int findings) =>
        Assert.Equal(findings, FileSizeChecks.Check([.. Enumerable.Repeat(File(10), small), .. Enumerable.Repeat(File(200), large)]).Count());

    [Fact]
    public void FileSize_Finding_GivesPercentageAndTheLongest() =>
        Assert.Equal("0.0 % of 1 files have at most 150 lines, nine in ten should; the longest: src/Loop/A.cs (200)", Assert.Single(FileSizeChecks.Check([File(200)])));

    [Theory]
    [InlineData("// table: zones of the world\n", "static class Zones { const int A = 1; }", 0)]
    [InlineData("// table:\n", "static class Zones { const int A = 1; }", 2)] // no reason, so no table
    [InlineData("// table: zones of the world\n", "static class Zones { static int A() => 1; }", 1)]
    [InlineData("// table: zones of the world\n", "static class Zones { static ReadOnlySpan<int> A => [1, 2]; }", 0)]
    [InlineData("// table: zones of the world\n", "static class Zones { static ReadOnlySpan<int> A => [1, F()]; }", 1)]
    public void FileSize_Table_IsExemptWhenItHoldsConstantsOnly(string first, string code, int findings) =>
        Assert.Equal(findings, FileSizeChecks.Check([new SourceFile("src/Loop/A.cs", first + new string('\n', 400) + code)]).Count());

    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    public void MethodSize_Boundaries(int lines, int findings) => Assert.Equal(findings, Methods("Loop", MethodOf(lines)).Count());

    [Theory]
    [InlineData("Statistics", "// kernel: four sums in one pass", 90, 0)]
    [InlineData("Batches", "// kernel: four sums in one pass", 91, 1)]
    [InlineData("Loop", "// kernel: four sums in one pass", 61, 1)]
    [InlineData("Statistics", "// kernel:", 61, 1)]
    [InlineData("Statistics", "// a kernel", 61, 1)]
    public void MethodSize_Kernel_NeedsReasonAndPlace(string project, string comment, int lines, int tooLong)
    {
        var small = string.Concat(Enumerable.Repeat(MethodOf(3), 9));
        Assert.Equal(tooLong, Methods(project, small + comment + "\n" + MethodOf(lines)).Count());
        Assert.Equal(tooLong, Methods(project, small + MethodOf(lines, comment)).Count());
    }

    [Fact]
    public void MethodSize_CommentsAndAttributesAbove_DoNotCount() =>
        Assert.Empty(Methods("Loop", "/// <summary>" + new string('\n', 70) + "/// </summary>\n[A]\n[B(" + new string('\n', 70) + ")]\n" + MethodOf(20)));

    [Theory]
    [InlineData("int P { get { @ return 1; } }")]
    [InlineData("int P => @ 1;")]
    [InlineData("C() { @ }")]
    [InlineData("void M() { void Local() { @ } }")]
    [InlineData("public static C operator +(C a, C b) { @ return a; }")]
    public void MethodSize_EveryKindOfBody_IsSeen(string member) =>
        Assert.NotEmpty(Methods("Loop", member.Replace("@", new string('\n', 70), StringComparison.Ordinal)));

    [Fact]
    public void MethodSize_TopLevelStatements_AreSeen() =>
        Assert.Equal(2, MethodSizeChecks.Check([new SourceFile("src/Cli/Program.cs", "var a = 1;" + new string('\n', 70) + "return a;")]).Count());

    [Fact]
    public void MethodSize_DeclarationsWithoutABody_DoNotDiluteTheShare() =>
        Assert.Single(Methods("Loop", string.Concat(Enumerable.Repeat("int A { get; set; } abstract void B();", 50)) + MethodOf(26)));

    private static SourceFile File(int lines) => new("src/Loop/A.cs", string.Join('\n', Enumerable.Repeat("// line", lines)) + "\n");

    private static IEnumerable<string> Methods(string project, string members) =>
        MethodSizeChecks.Check([new SourceFile($"src/{project}/A.cs", $"class C\n{{\n{members}\n}}")]);

    private static string MethodOf(int lines, string inside = "") =>
        "void M()\n{" + inside + string.Concat(Enumerable.Repeat("\n;", lines - 3)) + "\n}\n";
}
