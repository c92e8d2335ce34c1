namespace Homeostat.Functions;

/// <summary>What can name a blob of the loop: the same as on one machine, so that a store can be copied from one to the other.</summary>
internal static class BlobNames
{
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static void Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Array.TrueForAll(name.Split('/'), IsPart)) throw NotAName(name);
    }

    /// <exception cref="ArgumentException">No name starts so.</exception>
    internal static void CheckPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        string[] parts = prefix.Split('/');
        if (!parts[..^1].All(IsPart) || parts[^1].Contains('\\', StringComparison.Ordinal)) throw NotAName(prefix);
    }

    private static bool IsPart(string part) =>
        part is not ("" or "." or "..") && !part.Contains('\\', StringComparison.Ordinal) && !HasLoneSurrogate(part);

    private static bool HasLoneSurrogate(string part)
    {
        for (int i = 0; i < part.Length; i++)
        {
            if (!char.IsSurrogate(part[i])) continue;
            if (i + 1 == part.Length || !char.IsSurrogatePair(part[i], part[i + 1])) return true;
            i++;
        }
        return false;
    }

    private static ArgumentException NotAName(string name) => new(
        $"'{name}' is no blob name. It could lead elsewhere or mean nothing in another store. Use parts separated by single slashes, none of them empty, '.' or '..', without backslashes.");
}
