using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Homeostat.Dashboard;

/// <summary>The files of the page. They are in the assembly: nothing to build, to copy or to fetch.</summary>
internal static class PageFiles
{
    internal const string Index = "index.html";

    private const string Folder = "page/";

    /// <summary>All by name.</summary>
    internal static FrozenDictionary<string, PageFile> All { get; } = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
        .Select(resource => Read(resource[Folder.Length..]))
        .ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    private static PageFile Read(string name)
    {
        using var resource = typeof(PageFiles).Assembly.GetManifestResourceStream(Folder + name)!;
        byte[] content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new PageFile(name, TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"", content);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The page has a file of type '{other}', which no content type is known for. It would not be shown. Add the type."),
    };
}
