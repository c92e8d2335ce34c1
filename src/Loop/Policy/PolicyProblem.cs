namespace Homeostat.Loop;

/// <summary>One thing that is wrong with a policy.</summary>
/// <param name="Pointer">Its place in the file: a JSON pointer (RFC 6901); empty for the file as a whole.</param>
/// <param name="Message">The value found and what was expected, to be read after the pointer: "is 2, expected a number from 0 to 1".</param>
/// <param name="Severity">Whether the policy can be carried out.</param>
public sealed record PolicyProblem(string Pointer, string Message, PolicySeverity Severity)
{
    /// <summary>"/judge/significance is 2, expected a number between 0 and 1".</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "the file" : Pointer)} {Message}";
}
