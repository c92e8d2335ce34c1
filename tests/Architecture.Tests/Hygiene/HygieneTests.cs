namespace Homeostat.Architecture.Tests.Hygiene;

public sealed class HygieneTests
{
    private static readonly Lazy<IReadOnlyList<(string Path, string Text)>> Texts = new(() =>
    [
        .. from path in Repository.Files
           let text = HygieneChecks.TextOf(File.ReadAllBytes(Repository.FullPath(path)))
           where text is not null
           select (path, text),
    ]);

    private static IEnumerable<(string Path, string Text)> Documents =>
        Texts.Value.Where(t => t.Path.EndsWith(".md", StringComparison.Ordinal));

    [Fact]
    public void Files_NameNoMachine() =>
        Expect.None("No file holds a path of a developer's machine.",
            Texts.Value.SelectMany(t => HygieneChecks.MachinePaths(t.Path, t.Text)));

    [Fact]
    public void Files_NameNoRegistry() =>
        Expect.None("No file holds a package registry's host.", Texts.Value.SelectMany(t => HygieneChecks.RegistryHosts(t.Path, t.Text)));

    [Fact]
    public void Documents_NameNoPrivateHost() =>
        Expect.None("Documents lead to public places only.", Documents.SelectMany(t => HygieneChecks.PrivateHosts(t.Path, t.Text)));

    [Fact]
    public void Documents_RunPublicToolsOnly() =>
        Expect.None("Documents tell readers to run public tools only.",
            Documents.SelectMany(t => HygieneChecks.UnknownTools(t.Path, t.Text)));

    [Fact]
    public void Actions_ArePinned() =>
        Expect.None("Workflow actions are pinned by commit hash.",
            Texts.Value.Where(t => t.Path.StartsWith(".github/workflows/", StringComparison.Ordinal))
                .SelectMany(t => HygieneChecks.UnpinnedActions(t.Path, t.Text)));

    [Fact]
    public void ContinuousIntegrationScript_IsExecutable() =>
        Assert.True(
            OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.FullPath(".ci/run")).HasFlag(UnixFileMode.UserExecute),
            ".ci/run is not executable");
}
