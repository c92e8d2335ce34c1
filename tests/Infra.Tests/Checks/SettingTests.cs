using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

public sealed class SettingTests
{
    private static readonly IReadOnlyList<string> s_given = SettingChecks.Names(Tree.File("app/app.bicep"));

    [Fact]
    public void Settings_AreThoseThatTheAppReads()
    {
        var read = SettingChecks.Read(Tree.Read("src/Functions/Hosting/Settings.cs"), Tree.Files("src/Functions/Triggers", "*.cs").Select(File.ReadAllText).Append(Tree.Read("host.json")));
        Assert.Contains("MONITOR_SCHEDULE", read);
        Assert.Empty(SettingChecks.Check(s_given, read));
    }

    [Fact]
    public void Settings_AreThoseOfADevelopersMachine() => Assert.Empty(SettingChecks.Local(s_given, Tree.Read("local.settings.json")));

    [Fact]
    public void Setting_ThatIsReadAndNotSet_IsFound() => Found(SettingChecks.Check(["A__b"], new HashSet<string> { "A", "B" }), "reads 'B'");

    [Fact]
    public void Setting_ThatNobodyReads_IsFound() => Found(SettingChecks.Check(["A", "B"], new HashSet<string> { "A" }), "sets 'B'");

    [Theory]
    [InlineData("""{ "Values": { "A": "", "B": "" } }""", "local.settings.json sets 'B'")]
    [InlineData("""{ "Values": {} }""", "sets 'A', which local.settings.json does not")]
    public void Setting_OfOneSideOnly_IsFound(string local, string problem) => Found(SettingChecks.Local(["A"], local), problem);

    [Fact]
    public void Settings_AreReadFromConstantsAndPlaceholders() =>
        Assert.Equal(["NAME", "SCHEDULE", "HUB"], SettingChecks.Read("""public const string Name = "NAME";""", ["[TimerTrigger(\"%SCHEDULE%\")]", "\"%HUB%\""]));

    [Fact]
    public void Names_AreThoseOfOneObject() => Assert.Equal(["A__b", "C"], SettingChecks.Names(BicepFile.Parse("x.bicep", "var appSettings = {\n  A__b: ''\n  C: ''\n}")));

    private static void Found(IEnumerable<string> problems, string problem) => Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
}
