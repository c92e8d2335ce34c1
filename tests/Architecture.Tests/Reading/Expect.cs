namespace Homeostat.Architecture.Tests.Reading;

internal static class Expect
{
    /// <summary>Fails with the rule and every finding, so that one run shows all there is to mend.</summary>
    public static void None(string rule, IEnumerable<string> findings)
    {
        var all = findings.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{rule}\n{all.Count} found:\n  - {string.Join("\n  - ", all)}");
        }
    }
}
