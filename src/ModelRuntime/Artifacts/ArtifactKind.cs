using System.Text.Json;

namespace Homeostat.ModelRuntime;

/// <summary>Whose a model folder is: a policy may have named another command before.</summary>
internal static class ArtifactKind
{
    /// <summary>
    /// Whether a folder is, or should be, a reference model's. Another command leaves other files, and its own format in
    /// <see cref="ArtifactFolder.InfoFile"/> where it leaves one.
    /// </summary>
    internal static bool IsReference(string folder)
    {
        string info = Path.Combine(folder, ArtifactFolder.InfoFile);
        // A folder that is not there at all is a wrong path: whoever reads it says so, as of a damaged file.
        if (!File.Exists(info)) return !Directory.Exists(folder);
        try
        {
            using var document = JsonDocument.Parse(Files.Bytes(info, "The model"));
            return !document.RootElement.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() == ArtifactInfo.FormatName;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return true;
        }
    }
}
