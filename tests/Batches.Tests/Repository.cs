namespace Homeostat.Batches.Tests;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class Repository
{
    internal static string File(params string[] path)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder, "Functions.sln"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine([folder ?? throw new InvalidOperationException("The tests do not run inside the repository."), .. path]);
    }
}
