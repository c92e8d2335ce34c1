using Homeostat.LocalHost;

namespace Homeostat.Cli;

/// <summary>A host to be asked.</summary>
/// <param name="Url">Where it answers.</param>
internal sealed record HostAddress(Uri Url)
{
    /// <summary>The key that was given; null: that of the folder.</summary>
    internal string? Key { get; init; }

    /// <summary>The host's folder, where its key is when none was given.</summary>
    internal required string Folder { get; init; }

    /// <summary>The key; null when there is none to be found. Another user's file is as good as none.</summary>
    internal string? FindKey()
    {
        if (Key is not null) return Key;
        try
        {
            string path = Path.Combine(Folder, ApiKeyFile.Name);
            return File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } key ? key : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
