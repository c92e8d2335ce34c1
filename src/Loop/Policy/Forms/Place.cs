namespace Homeostat.Loop;

/// <summary>A place in a policy file, and where to put what is wrong there.</summary>
/// <param name="Pointer">The JSON pointer (RFC 6901).</param>
/// <param name="Problems">Everything found so far.</param>
/// <param name="Or">What else would do: ", or null for off".</param>
internal readonly record struct Place(string Pointer, List<PolicyProblem> Problems, string Or = "")
{
    internal Place Member(string name) => new($"{Pointer}/{Escaped(name)}", Problems);

    internal Place Item(int index) => new($"{Pointer}/{index}", Problems);

    internal Place OrNull(string meaning) => this with { Or = $", or null for {meaning}" };

    internal void Refuse(string found, string expected, string hint = "") => Error($"is {found}, expected {expected}{Or}{hint}");

    internal void Error(string message) => Problems.Add(new PolicyProblem(Pointer, message, PolicySeverity.Error));

    internal void Warn(string message) => Problems.Add(new PolicyProblem(Pointer, message, PolicySeverity.Warning));

    internal static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
