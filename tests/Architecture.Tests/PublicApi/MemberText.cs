using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Homeostat.Architecture.Tests.PublicApi;

/// <summary>Members as C# declares them. `public` is not written, as all are; `protected` is.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nulls = new();

    /// <summary>The line of a member, or null when nobody outside can see it.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        FieldInfo field => Access(field.IsPublic, field.IsFamily || field.IsFamilyOrAssembly) is { } access ? access + Field(field) : null,
        ConstructorInfo { IsStatic: false } made => AccessOf(made) is { } access ? $"{access}{Plain(made.DeclaringType!)}({Parameters(made)})" : null,
        PropertyInfo property => Property(property),
        EventInfo e => AccessOf(e.AddMethod!) is { } access ? $"{access}{Modifiers(e.AddMethod!)}event {TypeText.Use(e.EventHandlerType!)} {e.Name}" : null,
        MethodInfo method when !method.IsSpecialName || IsOperator(method) => AccessOf(method) is { } access ? access + Method(method) : null,
        _ => null,
    };

    public static string Return(MethodInfo method)
    {
        var parameter = method.ReturnParameter;
        var reference = method.ReturnType.IsByRef ? parameter.GetRequiredCustomModifiers().Length > 0 ? "ref readonly " : "ref " : "";
        return reference + TypeText.Use(method.ReturnType, Nulls.Create(parameter));
    }

    public static string Parameters(MethodBase method)
    {
        var receiver = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return receiver + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        var name = IsOperator(method) ? "operator " + method.Name["op_".Length..] : method.Name + generic;
        return $"{Modifiers(method)}{Return(method)} {name}({Parameters(method)}){TypeText.Constraints(method.GetGenericArguments())}";
    }

    private static string? Property(PropertyInfo property)
    {
        var get = property.GetMethod is { } g && AccessOf(g) is { } readable ? readable + "get; " : "";
        var set = property.SetMethod is { } s && AccessOf(s) is { } writable ? writable + (IsInit(s) ? "init; " : "set; ") : "";
        if (get + set is "")
        {
            return null;
        }
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var type = TypeText.Use(property.PropertyType, Nulls.Create(property));
        return $"{Modifiers(property.GetMethod ?? property.SetMethod!)}{required}{type} {name} {{ {get}{set}}}";
    }

    private static string Field(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum)
        {
            return $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
        }
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? " = " + Value(field.GetRawConstantValue(), field.FieldType) : "";
        return $"{kind}{TypeText.Use(field.FieldType, Nulls.Create(field))} {field.Name}{value}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var isList = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var kind = parameter switch
        {
            { ParameterType.IsByRef: false } => isList ? "params " : "",
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            _ => "ref ",
        };
        var value = parameter.HasDefaultValue ? " = " + Value(parameter.RawDefaultValue, parameter.ParameterType) : "";
        return $"{kind}{TypeText.Use(parameter.ParameterType, Nulls.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        char letter => $"'{letter}'",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } e => $"{e.Name}.{Enum.ToObject(e, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => method.IsAbstract ? "static abstract " : "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() != method ? "override " : "virtual ",
        _ => "",
    };

    private static string? AccessOf(MethodBase method) => Access(method.IsPublic, method.IsFamily || method.IsFamilyOrAssembly);

    private static string? Access(bool isPublic, bool isProtected) => isPublic ? "" : isProtected ? "protected " : null;

    private static bool IsOperator(MethodInfo method) => method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    private static string Plain(Type type) => type.Name.Split('`')[0];
}
