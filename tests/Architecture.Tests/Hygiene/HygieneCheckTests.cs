namespace Homeostat.Architecture.Tests.Hygiene;

/// <summary>The checkers on small bad samples; these are put together here, so that this file holds none itself.</summary>
public sealed class HygieneCheckTests
{
    private const string Slash = "/";

    [Theory]
    [InlineData(Slash + "work/main/src", 1)]
    [InlineData("at \"" + Slash + "root/.cache\"", 1)]
    [InlineData("file://" + Slash + "home/ann/data.csv", 1)]
    [InlineData("in " + Slash + "home/ann/data.csv:line 5", 1)]
    [InlineData(Slash + "Users/ann/src", 1)]
    [InlineData("C:" + "\\Users\\ann", 1)]
    [InlineData("\"C:" + "\\\\Users\\\\ann\"", 1)]
    [InlineData("https://example.org" + Slash + "home/page", 0)]
    [InlineData(Slash + "home/site/wwwroot", 0)]
    [InlineData("src" + Slash + "work/a.cs and .github/workflows", 0)]
    public void MachinePaths_AreFound(string text, int findings) =>
        Assert.Equal(findings, HygieneChecks.MachinePaths("a.md", text).Count());

    [Theory]
    [InlineData("https://api." + "nuget.org/v3/index.json", 1)]
    [InlineData("\"resolved\": \"https://registry." + "npmjs.org/a/-/a-1.0.0.tgz\"", 1)]
    [InlineData("https://files." + "pythonhosted.org/packages/a.whl", 1)]
    [InlineData("https://www.nuget.org/packages/MathNet.Numerics", 0)]
    public void RegistryHosts_AreFound(string text, int findings) =>
        Assert.Equal(findings, HygieneChecks.RegistryHosts("packages.lock.json", text).Count());

    [Fact]
    public void Finding_NamesTheLine() =>
        Assert.StartsWith("a.md:3 ", Assert.Single(HygieneChecks.MachinePaths("a.md", "\n\n" + Slash + "root/x")), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://builds.corp/x", 1)]
    [InlineData("http://wiki/x", 1)]
    [InlineData("https://learn.microsoft.com/x http://localhost:7071 http://127.0.0.1:8080", 0)]
    public void PrivateHosts_AreFound(string text, int findings) =>
        Assert.Equal(findings, HygieneChecks.PrivateHosts("a.md", text).Count());

    [Theory]
    [InlineData("```bash\nfrobnicate --all\n```", 1)]
    [InlineData("```console\n$ frobnicate\noutput\n```", 1)]
    [InlineData("```bash\n# comment\nUPDATE=1 dotnet test \\\n  --nologo\n```", 0)]
    [InlineData("```text\nfrobnicate\n```", 0)]
    public void UnknownTools_AreFound(string text, int findings) =>
        Assert.Equal(findings, HygieneChecks.UnknownTools("a.md", text).Count());

    [Theory]
    [InlineData("      - uses: actions/checkout@v5", 1)]
    [InlineData("      - name: x\n        uses: actions/checkout@main", 1)]
    [InlineData("      - uses: actions/checkout@0123456789012345678901234567890123456789 # v5.0.0", 0)]
    public void Actions_Unpinned(string workflow, int findings) =>
        Assert.Equal(findings, HygieneChecks.UnpinnedActions("ci.yml", workflow).Count());

    [Fact]
    public void Binaries_AreSkipped()
    {
        Assert.Null(HygieneChecks.TextOf([0x1f, 0x8b, 0x00]));
        Assert.Equal("a", HygieneChecks.TextOf("a"u8.ToArray()));
    }
}
