using System.Reflection;
using System.Runtime.CompilerServices;

namespace Homeostat.Architecture.Tests.PublicApi;

/// <summary>
/// The public surface of an assembly as text: one line per type, in order of name, and under it one line per member.
/// What the compiler adds by itself (a record's equality, say) is left out: it follows from the type's line.
/// </summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => string.Concat(
        assembly.GetTypes().Where(IsVisible).OrderBy(t => TypeText.FullName(t), StringComparer.Ordinal).SelectMany(Lines).Select(line => line + "\n"));

    private static IEnumerable<string> Lines(Type type)
    {
        yield return TypeText.Declaration(type);
        var members = typeof(Delegate).IsAssignableFrom(type) ? [] : type.GetMembers(Declared).Where(m => !IsCompilerMade(m));
        foreach (var line in members.Select(MemberText.Of).OfType<string>().Order(StringComparer.Ordinal))
        {
            yield return "  " + line;
        }
    }

    private static bool IsVisible(Type type) =>
        type.IsPublic || (type.DeclaringType is { } outer && IsVisible(outer) && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem));

    private static bool IsCompilerMade(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name is "<Clone>$" or "value__" || member is MethodInfo { IsVirtual: true, Name: "PrintMembers" }
        || (member is PropertyInfo property && property.GetMethod?.IsDefined(typeof(CompilerGeneratedAttribute)) == true && property.Name == "EqualityContract");
}
