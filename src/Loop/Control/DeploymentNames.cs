using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Names of challengers' deployments: lower-case letters, digits and <c>-</c>, at most 32, told apart by the remediation's number.</summary>
internal static class DeploymentNames
{
    private const int Longest = 32;

    internal static string Of(string model, string version, int number)
    {
        string tail = string.Create(CultureInfo.InvariantCulture, $"-v{Clean(version)}-{number}");
        if (tail.Length > 20) tail = string.Create(CultureInfo.InvariantCulture, $"-r{number}");
        string head = Clean(model);
        if (head.Length == 0 || !char.IsAsciiLetter(head[0])) head = "m" + head;
        return head[..Math.Min(head.Length, Longest - tail.Length)].TrimEnd('-') + tail;
    }

    private static string Clean(string text) =>
        string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')).Trim('-');
}
