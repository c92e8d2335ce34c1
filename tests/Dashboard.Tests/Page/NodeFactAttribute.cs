namespace Homeostat.Dashboard.Tests.Page;

/// <summary>A test that Node.js runs; skipped, with its reason, where there is none.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Path() is null) Skip = "There is no node on the PATH, so the page's functions are not tried. Install Node.js 20 or newer.";
    }

    internal static string? Path() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")).FirstOrDefault(File.Exists);
}
