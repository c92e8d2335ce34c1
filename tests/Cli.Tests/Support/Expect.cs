namespace Homeostat.Cli.Tests.Support;

/// <summary>What every refusal has in common.</summary>
internal static class Expect
{
    /// <summary>Exit code 2, three beats on standard error with the code and the words, nothing on standard output.</summary>
    public static void Refused(CliRun run, string code, params string[] words)
    {
        Assert.True(run.ExitCode == ExitCode.BadInput, run.All);
        Assert.Equal("", run.Out);
        string[] lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.True(lines.Length == 3, run.All);
        Assert.StartsWith($"error {code}: ", lines[0], StringComparison.Ordinal);
        foreach (string line in lines[1..]) Assert.Matches("^  [^ ]", line);
        foreach (string word in words) Assert.Contains(word, run.Error, StringComparison.Ordinal);
    }

    /// <summary>The same for a check of two files with both reports asked for; neither may be left, nor anything else.</summary>
    public static void CheckRefused(TestFolder folder, string reference, string current, string code, params string[] words)
    {
        var before = folder.Files;
        Refused(CliRun.Of("check", reference, current, "--json", folder["out.json"], "--html", folder["out.html"]), code, words);
        Assert.Equal(before, folder.Files);
    }

    /// <summary>The same for a profile.</summary>
    public static void ProfileRefused(TestFolder folder, string reference, string code, params string[] words)
    {
        var before = folder.Files;
        Refused(CliRun.Of("profile", reference, "--output", folder["out.hfp"]), code, words);
        Assert.Equal(before, folder.Files);
    }

    public static void Ends(int exitCode, CliRun run, params string[] words)
    {
        Assert.True(run.ExitCode == exitCode, run.All);
        Assert.Equal("", run.Error);
        foreach (string word in words) Assert.Contains(word, run.Out, StringComparison.Ordinal);
    }
}
