using System.Text.RegularExpressions;

namespace Homeostat.Loop;

/// <summary>What can name a model, and with it its folders and orchestrations.</summary>
internal static partial class PolicyFileName
{
    internal static bool CanName(string model) => Pattern().IsMatch(model);

    /// <summary>The model whose policy a blob is; null when it is none's.</summary>
    internal static string? ModelOf(string policy)
    {
        string name = policy["policies/".Length..];
        return name.EndsWith(".json", StringComparison.Ordinal) && CanName(name[..^5]) ? name[..^5] : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
