using System.Diagnostics.CodeAnalysis;

namespace Homeostat.Emulator;

/// <summary>A model version, named by its resource id.</summary>
internal sealed record ModelId(string Name, string Version)
{
    internal static bool TryParse(string id, string workspaceId, [NotNullWhen(true)] out ModelId? model)
    {
        model = null;
        string prefix = workspaceId + "/models/";
        if (!id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return false;
        string[] parts = id[prefix.Length..].Split('/');
        if (parts is not [var name, var word, var version] || !word.Equals("versions", StringComparison.OrdinalIgnoreCase)) return false;
        model = new ModelId(name, version);
        return true;
    }
}
