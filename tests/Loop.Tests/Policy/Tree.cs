namespace Homeostat.Loop.Tests;

/// <summary>The repository that the tests were built in.</summary>
internal static class Tree
{
    internal static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "schemas"))) folder = folder.Parent;
        return folder.FullName;
    }
}
