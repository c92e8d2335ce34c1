using System.Text;

namespace Homeostat.Loop.Tests;

/// <summary>Small policies for tests.</summary>
internal static class Policies
{
    internal static ModelPolicy Flights { get; } = Read("""{ "model": "flights", "endpoint": "flights", "roles": { "late": "label", "answer": "prediction" } }""").Policy!;

    internal static PolicyReading Read(string json) => PolicyFile.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>A valid policy with more members.</summary>
    internal static PolicyReading With(string members) =>
        Read($$"""{ "model": "flights", "endpoint": "flights", "roles": { "late": "label", "answer": "prediction" }, {{members}} }""");

    /// <summary>What a file gives, all of it.</summary>
    internal static string[] Texts(PolicyReading reading) => [.. reading.Problems.Select(problem => $"{problem.Severity}: {problem}")];
}
