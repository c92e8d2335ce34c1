namespace Homeostat.Loop;

/// <summary>What can name a blob, the same in every store, so that one can be copied to another.</summary>
public static class BlobNames
{
    /// <summary>The parts of a name, between its slashes.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string[] Parts(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] parts = name.Split('/');
        return Array.TrueForAll(parts, IsPart) ? parts : throw NotAName(name);
    }

    /// <summary>Throws when no name can start so.</summary>
    /// <param name="prefix">The beginning of names; may be empty.</param>
    /// <exception cref="ArgumentException">No name starts so.</exception>
    public static void CheckPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        string[] parts = prefix.Split('/');
        // The last part is the beginning of one: it may be empty or a dot, but a name that goes on from there must exist.
        bool isPrefix = parts[..^1].All(IsPart) && !parts[^1].Contains('\\', StringComparison.Ordinal);
        if (!isPrefix) throw NotAName(prefix);
    }

    /// <summary>Whether a text can stand between the slashes of a name.</summary>
    /// <param name="part">The text.</param>
    public static bool IsPart(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part is not ("" or "." or "..") && !part.Contains('\\', StringComparison.Ordinal) && !HasLoneSurrogate(part);
    }

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
        $"'{name}' is no blob name. It could lead out of the store or mean nothing in another one. "
        + "Use parts separated by single slashes, none of them empty, '.' or '..', without backslashes.");
}
