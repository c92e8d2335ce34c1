namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>A crash after any commit changes nothing about the end.</summary>
public sealed class CrashTests
{
    private const string Beginning = "Completed part-0! part-1! part-2! flaky! child-1! child-2! yes ";

    [Fact]
    public async Task Story_WithoutACrash_TellsItsEnd()
    {
        var (end, story, commits) = await RunAsync(_ => 0);
        Assert.StartsWith(Beginning, end, StringComparison.Ordinal);
        Assert.EndsWith("Completed first second", end, StringComparison.Ordinal);
        Assert.All(story.Runs, run => Assert.Equal(run.Key == "flaky" ? 2 : 1, run.Value));
        Assert.InRange(commits, 30, 100); // else the probe sees less than there is
    }

    [Fact]
    public async Task Crash_AfterAnyCommit_GivesTheSameEnd_AndLosesNoResult()
    {
        var (expected, _, commits) = await RunAsync(_ => 0);
        for (var crash = 1; crash <= commits; crash++)
        {
            var (end, story, _) = await RunAsync(life => life == 0 ? crash : 0);
            Assert.True(expected == end, $"crash after commit {crash}: {end}");
            Assert.Empty(story.Unneeded);
            Assert.All(story.Runs.Values, runs => Assert.InRange(runs, 1, 3));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Crash_InEveryLife_StillComesToTheEnd(int commitsPerLife)
    {
        var (expected, _, _) = await RunAsync(_ => 0);
        var (end, story, _) = await RunAsync(_ => commitsPerLife);
        Assert.Equal(expected, end);
        Assert.Empty(story.Unneeded);
    }

    [Fact]
    public async Task PowerCut_ThatLosesUnflushedHistories_GivesTheSameEnd()
    {
        var (expected, _, commits) = await RunAsync(_ => 0);
        for (var crash = 1; crash <= commits; crash += 5)
        {
            var (end, _, _) = await RunAsync(life => life == 0 ? crash : 0, LoseHistories);
            Assert.Equal(expected, end);
        }
    }

    /// <summary>What a power cut may do to files that were written and not flushed: cut them, or leave zeros.</summary>
    private static void LoseHistories(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(folder, "instances")).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < files.Count; i++)
        {
            var length = new FileInfo(files[i]).Length;
            if (i % 3 == 0) File.Delete(files[i]);
            else if (i % 3 == 1) File.WriteAllBytes(files[i], new byte[length]);
            else using (var file = File.OpenWrite(files[i])) file.SetLength(length / 2);
        }
    }

    private static async Task<(string End, RichStory Story, int Commits)> RunAsync(Func<int, int> crashAfter, Action<string>? between = null)
    {
        await using var bench = new Bench();
        var story = new RichStory();
        bench.Registry = story.Registry;
        var commits = 0;
        for (var life = 0; life < 500; life++)
        {
            var probe = new StoryProbe(story, crashAfter(life));
            bench.Options = new EngineOptions(bench.Folder, bench.Time) { Probe = probe };
            try
            {
                await bench.OpenAsync();
                var end = await RichStory.DriveAsync(bench.Engine, bench.Time);
                commits += probe.Count;
                return (end, story, commits);
            }
            catch (EngineStoppedException) when (probe.Crashed is not null)
            {
                commits += probe.Count;
                await bench.Engine.DisposeAsync();
                between?.Invoke(bench.Folder);
            }
        }
        throw new InvalidOperationException("The story did not come to an end.");
    }

    private sealed class StoryProbe(RichStory story, int crashAfter) : IEngineProbe
    {
        private readonly CrashAfter _crash = new(crashAfter);

        public int Count => _crash.Count;

        public EngineCommit? Crashed => _crash.Crashed;

        public void Committed(EngineCommit commit)
        {
            story.Note(commit);
            _crash.Committed(commit);
        }
    }
}
