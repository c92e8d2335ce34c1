namespace Homeostat.Architecture.Tests.Docs;

public sealed class ReadmeTests
{
    private static string Readme => Repository.Read("README.md");

    /// <summary>The blocks to run: line in README.md, promised exit code, promised file.</summary>
    public static TheoryData<int, int, string?> Blocks()
    {
        var data = new TheoryData<int, int, string?>();
        foreach (var block in ReadmeBlock.BashFences(Readme).Select(ReadmeBlock.From).OfType<ReadmeBlock>().Where(b => !b.IsTestRun))
        {
            data.Add(block.Fence.Line, block.ExitCode, block.Writes);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Commands_DoWhatReadmePromises(int line, int exitCode, string? writes)
    {
        Assert.True(File.Exists(ReadmeRunner.Cli), $"The CLI is not built: {ReadmeRunner.Cli}");
        var written = writes is null ? null : Repository.FullPath(writes);
        if (written is not null)
        {
            File.Delete(written);
        }
        var script = Markdown.Fences(Readme).Single(f => f.Line == line).Text;
        var (actual, output) = ReadmeRunner.Run(script);
        Assert.True(actual == exitCode, $"README.md:{line} promises exit code {exitCode}; it was {actual}.\n{script}\n{output}");
        Assert.True(written is null || File.Exists(written), $"README.md:{line} promises to write {writes}; it did not.\n{script}\n{output}");
    }

    [Fact]
    public void Readme_HasTheTwoCommands()
    {
        var blocks = ReadmeBlock.BashFences(Readme).Select(ReadmeBlock.From).OfType<ReadmeBlock>().ToList();
        Assert.Contains(blocks, b => !b.IsTestRun);
        Assert.Contains(blocks, b => b.IsTestRun);
    }

    [Fact]
    public void Commands_AreAllMarked() => Expect.None("Every bash block of README.md is run or checked.", ReadmeBlock.Unmarked(Readme));

    [Fact]
    public void TestCommand_IsWhatContinuousIntegrationRuns() =>
        Expect.None("Continuous integration runs the tests as README.md says.",
            ReadmeBlock.NotInContinuousIntegration(Readme, Repository.Read(".ci/run")));

    [Theory]
    [InlineData("exit 0", 0, "")]
    [InlineData("exit 3", 3, "")]
    [InlineData("false\necho never", 1, "")]
    [InlineData("dotnet test Local.slnf", 64, "README.md may say")]
    [InlineData("dotnet run --project src/Other -c Release -- check", 64, "README.md may say")]
    public void Runner_ReportsExitCodeAndOutput(string script, int exitCode, string said)
    {
        var (actual, output) = ReadmeRunner.Run(script);
        Assert.Equal(exitCode, actual);
        Assert.StartsWith(said, output, StringComparison.Ordinal);
    }
}
