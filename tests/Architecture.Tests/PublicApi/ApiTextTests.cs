using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Homeostat.Architecture.Tests.PublicApi;

/// <summary>The generator on small samples, compiled in memory.</summary>
public sealed class ApiTextTests
{
    [Theory]
    [InlineData("public static class A { public const int Most = 5; }", "static class N.A|const int Most = 5")]
    [InlineData("public sealed class A { public A(string? name, int[] cells) { } }", "sealed class N.A|A(string? name, int[] cells)")]
    [InlineData("public sealed record A(double X, string? Why = null);", "sealed record N.A|A(double X, string? Why = null)|string? Why { get; init; }|double X { get; init; }")]
    [InlineData("public readonly record struct A(int X);", "readonly record struct N.A|A(int X)|int X { get; init; }")]
    [InlineData("public enum A : byte { X, Y = 4 }", "enum N.A : byte|X = 0|Y = 4")]
    [InlineData("public interface A : System.IDisposable { System.Threading.Tasks.Task<string?> M(System.Threading.CancellationToken token = default); }",
        "interface N.A : IDisposable|Task<string?> M(CancellationToken token = default)")]
    [InlineData("public static class A { public static T M<T>(this System.ReadOnlySpan<T> x, out (int, string) y) where T : struct, System.IComparable<T> => throw null!; }",
        "static class N.A|static T M<T>(this ReadOnlySpan<T> x, out (int, string) y) where T : struct, IComparable<T>")]
    [InlineData("public abstract class A { protected abstract void M(params object?[] x); public required int P { get; init; } }",
        "abstract class N.A|protected A()|protected abstract void M(params object?[] x)|required int P { get; init; }")]
    [InlineData("public sealed class A { A() { } public static A operator +(A a, A b) => a; public override string ToString() => \"\"; public int this[int i] => i; }",
        "sealed class N.A|int this[int i] { get; }|override string ToString()|static A operator Addition(A a, A b)")]
    [InlineData("public static class A<T> where T : new() { public enum B { X } }", "static class N.A<T> where T : new()|enum N.A<T>.B|X = 0")]
    [InlineData("public delegate int A(in double x);", "delegate int N.A(in double x)")]
    public void Text_OfASample(string code, string lines) =>
        Assert.Equal(lines.Split('|'), Text(code).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [Theory]
    [InlineData("sealed class A { public int X; }")]
    [InlineData("static class Outer { public sealed class Inner { } }")]
    public void Text_OfWhatNobodyOutsideSees_IsEmpty(string code) => Assert.Empty(Text(code));

    [Fact]
    public void Text_MembersNobodyOutsideSees_AreLeftOut() =>
        Assert.Equal("static class N.A\n", Text("public static class A { static int X; internal static int Y => X; private protected sealed class Z; }"));

    [Fact]
    public void Text_IsSortedByTypeThenMember() =>
        Assert.Equal("enum N.A\n  X = 0\n  Y = 1\nenum N.B\n  X = 0\n", Text("public enum B { X } public enum A { X, Y }"));

    [Theory]
    [InlineData("enum N.A\n  X = 0\n", "enum N.A\n  X = 0\n", "")]
    [InlineData("enum N.A\n  X = 0\n", "enum N.A\n  X = 1\n", "- X = 0   (in enum N.A)|+ X = 1   (in enum N.A)")]
    [InlineData("", "enum N.A\n", "+ enum N.A")]
    [InlineData("enum N.A\nenum N.B\n", "enum N.B\nenum N.A\n", "the same lines in another order")]
    public void Difference_NamesTheLines(string before, string after, string lines) =>
        Assert.Equal(lines.Split('|', StringSplitOptions.RemoveEmptyEntries), ApiDifference.Between(before, after));

    private static string Text(string code)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            "Sample" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code))),
            [CSharpSyntaxTree.ParseText("namespace N;\n" + code)],
            platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return ApiText.Of(Assembly.Load(image.ToArray()));
    }
}
