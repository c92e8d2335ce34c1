using System.Reflection;

namespace Homeostat.Architecture.Tests.PublicApi;

/// <summary>Types as C# writes them, with a namespace only in their own declaration.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(char)] = "char",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string FullName(Type type) =>
        (type.DeclaringType is { } outer ? FullName(outer) : type.Namespace) + "." + WithArguments(type, type.GetGenericArguments().Select(a => a.Name));

    /// <summary>The line of a type: `sealed record Homeostat.Loop.Verdict : IComparable&lt;Verdict&gt;`.</summary>
    public static string Declaration(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {MemberText.Return(invoke)} {FullName(type)}({MemberText.Parameters(invoke)}){Constraints(type.GetGenericArguments())}";
        }
        var bases = Bases(type).ToList();
        var after = bases.Count > 0 ? " : " + string.Join(", ", bases) : "";
        return $"{Kind(type)} {FullName(type)}{after}{Constraints(type.GetGenericArguments().Skip(OuterArity(type)))}";
    }

    /// <summary>A type where it is used, with `?` where null is allowed (when `nulls` is known).</summary>
    public static string Use(Type type, NullabilityInfo? nulls = null)
    {
        if (type.IsByRef)
        {
            return Use(type.GetElementType()!, nulls?.ElementType ?? nulls);
        }
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Use(value) + "?";
        }
        var mark = !type.IsValueType && nulls?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Use(type.GetElementType()!, nulls?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }
        if (type.IsPointer)
        {
            return Use(type.GetElementType()!) + "*";
        }
        var arguments = type.GetGenericArguments().Select((a, i) => Use(a, nulls?.GenericTypeArguments.ElementAtOrDefault(i))).ToList();
        return (IsTuple(type) ? $"({string.Join(", ", arguments)})" : Keywords.GetValueOrDefault(type) ?? WithArguments(type, arguments)) + mark;
    }

    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(
        from parameter in parameters
        where parameter.IsGenericParameter
        let constraints = ConstraintsOf(parameter).ToList()
        where constraints.Count > 0
        select $" where {parameter.Name} : {string.Join(", ", constraints)}");

    private static IEnumerable<string> ConstraintsOf(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return "struct";
        }
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }
        foreach (var type in parameter.GetGenericParameterConstraints().Where(t => t != typeof(ValueType)))
        {
            yield return Use(type);
        }
        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => IsReadOnly(type) + (type.IsByRefLike ? "ref " : "") + (IsRecord(type) ? "record struct" : "struct"),
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
    };

    private static string IsReadOnly(Type type) =>
        type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute)) ? "readonly " : "";

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsTuple(Type type) =>
        type is { IsValueType: true, Namespace: "System" } && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal);

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetEnumUnderlyingType() == typeof(int) ? [] : [Use(type.GetEnumUnderlyingType())];
        }
        var ownBase = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? [b] : Type.EmptyTypes;
        var inherited = type.GetInterfaces().SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        var isRecord = IsRecord(type);
        return ownBase.Select(t => Use(t)).Concat(type.GetInterfaces().Except(inherited)
            .Where(i => !(isRecord && i.Name == "IEquatable`1")).Select(i => Use(i)).Order(StringComparer.Ordinal));
    }

    private static string WithArguments(Type type, IEnumerable<string> arguments)
    {
        var own = arguments.Skip(OuterArity(type)).ToList();
        var name = type.Name.Split('`')[0];
        return own.Count > 0 ? $"{name}<{string.Join(", ", own)}>" : name;
    }

    // A nested type's arguments begin with those of the types around it; only its own are written.
    private static int OuterArity(Type type) =>
        type is { IsGenericParameter: false, DeclaringType: { } outer } ? outer.GetGenericArguments().Length : 0;
}
