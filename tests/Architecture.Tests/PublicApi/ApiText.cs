using System.Reflection;
using System.Runtime.CompilerServices;

namespace Homeostat.Architecture.Tests.PublicApi;

/// <summary>
/// The public surface of an assembly as text: one line per type and under it one line per member, both in order of name.
/// What the compiler adds by itself (a record's equality, say) is left out: it follows from the type's line.
/// </summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => string.Concat(
        from type in assembly.GetTypes().Where(IsVisible).OrderBy(TypeText.FullName, StringComparer.Ordinal)
        from line in Lines(type)
        select line + "\n");

    private static IEnumerable<string> Lines(Type type)
    {
        yield return TypeText.Declaration(type);
        var members = typeof(Delegate).IsAssignableFrom(type) ? [] : type.GetMembers(Declared).Where(m => !IsCompilerMade(m));
        // Constructors come first: their name in metadata is `.ctor`.
        foreach (var (_, line) in members.Select(m => (m.Name, Line: MemberText.Of(m))).Where(m => m.Line is not null)
            .OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Line, StringComparer.Ordinal))
        {
            yield return "  " + line;
        }
    }

    private static bool IsVisible(Type type) =>
        type.IsPublic || (type.DeclaringType is { } outer && IsVisible(outer) && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem));

    private static bool IsCompilerMade(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name is "<Clone>$" or "value__"
        || member is PropertyInfo { Name: "EqualityContract" } or MethodInfo { IsVirtual: true, Name: "PrintMembers" };
}
