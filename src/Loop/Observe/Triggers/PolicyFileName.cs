using System.Text.RegularExpressions;

namespace Homeostat.Loop;

/// <summary>What can name a model, and with it its folders and orchestrations.</summary>
internal static partial class PolicyFileName
{
    internal static bool CanName(string model) => Pattern().IsMatch(model);

    /// <summary>The model whose policy a blob is; null when it is none's.</summary>
    internal static string? ModelOf(string blob)
    {
        const string Folder = "policies/", Ending = ".json";
        if (!blob.StartsWith(Folder, StringComparison.Ordinal) || !blob.EndsWith(Ending, StringComparison.Ordinal)) return null;
        string name = blob[Folder.Length..^Ending.Length];
        return CanName(name) ? name : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
