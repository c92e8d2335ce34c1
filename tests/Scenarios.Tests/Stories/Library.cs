using System.Collections.Concurrent;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>All stories, and what each comes to in calm weather.</summary>
internal static class Library
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Outcome>>> _calm = [];

    internal static IReadOnlyDictionary<string, Story> Stories { get; } =
        ((IEnumerable<Story>)
        [
            .. CourseStories.All, .. AbTestStories.All, .. RollBackStories.All, .. ByHandStories.All, .. PeopleStories.All, .. ApprovalStories.All,
            .. PauseStories.All, .. EditStories.All, .. ClockStories.All, .. JobStories.All, .. IncidentStories.All, .. TroubleStories.All, .. FileStories.All, .. DataStories.All,
        ]).ToDictionary(story => story.Name, StringComparer.Ordinal);

    internal static TheoryData<string> Names => [.. Stories.Keys];

    /// <summary>A story in calm weather; told once for all tests.</summary>
    internal static Task<Outcome> Calm(string name) =>
        _calm.GetOrAdd(name, it => new Lazy<Task<Outcome>>(() => Outcome.Of(Stories[it], Weather.Calm))).Value;

    /// <summary>Tells a story in rough weather, and holds its end against the calm one.</summary>
    internal static async Task<Outcome> EndsTheSame(string name, Weather weather)
    {
        var calm = await Calm(name);
        var rough = await Outcome.Of(Stories[name], weather);
        Assert.Equal(calm.Text, rough.Text);
        Assert.True(rough.Counts.Starts > calm.Counts.Starts, "The host did not crash.");
        return rough;
    }
}
