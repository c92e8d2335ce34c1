using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>Reads the small files that steer a command.</summary>
internal static class SchemaFile
{
    /// <summary>The schema file behind --schema; no path overrides nothing.</summary>
    internal static SchemaOverrides Read(string? path) =>
        path is null ? SchemaOverrides.None : SchemaOverrides.Parse(Bytes(path, "The schema file"), path);

    internal static byte[] Bytes(string path, string what)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FileErrors.Missing(path, what);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.NoAccess(path, e);
        }
    }
}
