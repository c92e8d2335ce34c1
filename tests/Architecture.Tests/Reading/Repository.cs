using System.Diagnostics;

namespace Homeostat.Architecture.Tests.Reading;

/// <summary>The repository as it lies on disk. Every rule reads the tree, so a new project or file is covered the day it appears.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", ".git", ".vs", ".idea", "node_modules", "TestResults", "artifacts"];
    private static readonly Lazy<IReadOnlyList<string>> LazyFiles = new(ListFiles);
    private static readonly Lazy<IReadOnlyList<Project>> LazyProjects = new(() =>
        [.. FilesEnding(".csproj").Select(path => Project.Parse(path, Read(path)))]);
    private static readonly Lazy<IReadOnlyList<SourceFile>> LazySources = new(() =>
        [.. FilesEnding(".cs").Select(path => new SourceFile(path, Read(path)))]);

    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files and new ones git does not ignore; relative to the root, with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files => LazyFiles.Value;

    public static IReadOnlyList<Project> Projects => LazyProjects.Value;

    public static IEnumerable<Project> SourceProjects => Projects.Where(p => p.IsSource);

    /// <summary>Every C# file: src, tests and bench.</summary>
    public static IReadOnlyList<SourceFile> Sources => LazySources.Value;

    /// <summary>C# files under src only.</summary>
    public static IReadOnlyList<SourceFile> ProductSources => [.. Sources.Where(s => s.Path.StartsWith("src/", StringComparison.Ordinal))];

    public static IEnumerable<string> FilesEnding(params string[] endings) =>
        Files.Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    public static string Read(string relative) => File.ReadAllText(FullPath(relative));

    public static string FullPath(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException(
            $"No Functions.sln in any folder above {AppContext.BaseDirectory}. These tests read the repository; run them from a checkout.");
    }

    private static List<string> ListFiles()
    {
        var listed = GitFiles() ?? WalkedFiles();
        return [.. listed.Where(f => File.Exists(FullPath(f))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // Null where git cannot answer (no git, or a downloaded archive instead of a clone).
    private static string[]? GitFiles()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> WalkedFiles() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Intersect(NotOurs).Any());
}
