using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests;

/// <summary>The repository, as far as it is read here.</summary>
internal static class Tree
{
    private static readonly Lazy<IReadOnlyList<BicepFile>> s_bicep = new(() => [.. BicepPaths().Select(path => BicepFile.Parse(path, Read("infra/" + path)))]);

    internal static string Root { get; } = FindRoot();

    /// <summary>Every Bicep file of infra.</summary>
    internal static IReadOnlyList<BicepFile> Bicep => s_bicep.Value;

    internal static BicepFile File(string path) => Bicep.Single(file => file.Path == path);

    internal static IEnumerable<string> BicepPaths() =>
        Directory.EnumerateFiles(Full("infra"), "*.bicep", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Full("infra"), path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    internal static string Read(string path) => System.IO.File.ReadAllText(Full(path));

    internal static bool Has(string path) => System.IO.File.Exists(Full(path));

    internal static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Full(folder)) ? Directory.EnumerateFiles(Full(folder), pattern, SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)) : [];

    private static string Full(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Functions.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No Functions.sln in any folder above {AppContext.BaseDirectory}. These tests read the repository; run them from a checkout.");
    }
}
