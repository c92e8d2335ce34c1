namespace Homeostat.Architecture.Tests.Shapes;

/// <summary>The declaration checkers on small bad samples.</summary>
public sealed class DeclarationCheckTests
{
    private const string Six = "int a, int b, int c, int d, int e, int f";

    [Theory]
    [InlineData($"class C {{ void M({Six}) {{ }} }}", 1)]
    [InlineData($"class C {{ C({Six}) {{ }} }}", 1)]
    [InlineData($"class C({Six});", 1)]
    [InlineData($"interface I {{ void M({Six}); }}", 1)]
    [InlineData($"delegate void D({Six});", 1)]
    [InlineData($"class C {{ void M() {{ void L({Six}) {{ }} }} }}", 1)]
    [InlineData($"class C {{ int this[{Six}] => 1; }}", 1)]
    [InlineData($"record R({Six});", 0)]
    [InlineData($"record struct R({Six});", 0)]
    [InlineData($"record R {{ R({Six}) {{ }} }}", 0)]
    [InlineData($"record R {{ void M({Six}) {{ }} }}", 1)]
    [InlineData("class C { void M(int a, int b, int c, int d, int e) { } }", 0)]
    [InlineData("class C { object F = (int a, int b, int c, int d, int e, int f) => 1; }", 0)]
    public void Parameters_MoreThanFive(string code, int findings) =>
        Assert.Equal(findings, DeclarationChecks.Parameters([Code(code)]).Count());

    [Theory]
    [InlineData("namespace N; public sealed class A; public enum B { X }", 1)]
    [InlineData("public sealed record A; public delegate void B();", 1)]
    [InlineData("public sealed class A { public enum B { X } }", 0)]
    [InlineData("public sealed class A; sealed class B;", 0)]
    [InlineData("public sealed class A; public sealed class A<T>;", 0)]
    public void PublicTypes_MoreThanOne(string code, int findings) =>
        Assert.Equal(findings, DeclarationChecks.OnePublicTypePerFile([Code(code)]).Count());

    [Theory]
    [InlineData("class A;", 1)]
    [InlineData("record A(int X);", 1)]
    [InlineData("sealed class Outer { class Inner; }", 1)]
    [InlineData("// unsealed:\nclass A;", 1)]
    [InlineData("// unsealed: users derive their own signals\nclass A;", 0)]
    [InlineData("/// <summary>A.</summary>\n// unsealed: users derive their own signals\npublic class A;", 0)]
    [InlineData("sealed class A; static class B; abstract class C; struct D; record struct E; interface F; enum G { X }", 0)]
    public void Classes_Unsealed(string code, int findings) => Assert.Equal(findings, DeclarationChecks.Unsealed([Code(code)]).Count());

    [Fact]
    public void Classes_SealedInOnePart_AreSealed() =>
        Assert.Empty(DeclarationChecks.Unsealed([Code("namespace N; sealed partial class A;"), Code("namespace N { partial class A; }")]));

    [Fact]
    public void Classes_SameNameElsewhere_AreJudgedApart() =>
        Assert.Single(DeclarationChecks.Unsealed([Code("namespace N; sealed class A;"), Code("namespace M; class A;")]));

    private static SourceFile Code(string code) => new("src/Loop/A.cs", code);
}
