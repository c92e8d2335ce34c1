using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Homeostat.Functions.Tests;

/// <summary>Every function of the app, as the Functions host would find it.</summary>
internal static class FunctionTable
{
    internal static IReadOnlyList<(string Name, MethodInfo Method)> All { get; } =
    [
        .. from type in typeof(Orchestrators).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select (function.Name, method),
    ];

    internal static IEnumerable<string> With<TTrigger>() where TTrigger : Attribute => All.Where(function => TriggerOf<TTrigger>(function.Method) is not null).Select(function => function.Name);

    internal static TTrigger? TriggerOf<TTrigger>(MethodInfo method) where TTrigger : Attribute =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TTrigger>()).SingleOrDefault(found => found is not null);
}
