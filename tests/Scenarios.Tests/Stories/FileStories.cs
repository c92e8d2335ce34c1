using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Homeostat.LocalHost;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>From files that people drop to what becomes of them: the real store, the real counting and judging, on real files.</summary>
internal static class FileStories
{
    internal static IEnumerable<Story> All =>
    [
        .. new (string Name, Func<World, Task> Tell)[]
        {
            (nameof(Files_DriftIsHealed), Files_DriftIsHealed),
            (nameof(Files_LateLabels_RollBackAPromotion), Files_LateLabels_RollBackAPromotion),
            (nameof(Files_UnitChange_IsQuarantined), Files_UnitChange_IsQuarantined),
            (nameof(Files_BatchWithoutPolicy_IsQuarantined), Files_BatchWithoutPolicy_IsQuarantined),
            (nameof(Files_TriggeredAgain_NothingHappens), Files_TriggeredAgain_NothingHappens),
            (nameof(Files_LabelsOfUnknownRows_AreTold), Files_LabelsOfUnknownRows_AreTold),
            (nameof(Files_TornLines_AreMended), Files_TornLines_AreMended),
            (nameof(Files_SecondHost_IsTurnedAway), Files_SecondHost_IsTurnedAway),
        }.Select(story => new Story(story.Name, story.Tell) { OnFiles = true }),
    ];

    private static async Task Files_DriftIsHealed(World world)
    {
        await Rollout(world);
        await world.Until(Phase.Steady);
        await Healed(world);
        await Drop(world, "after.csv", new FlightRows(800, 9) { Wind = 8 });
        await world.Says("judged", "no drift in 3 columns");
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
    }

    private static async Task Files_LateLabels_RollBackAPromotion(World world)
    {
        await Rollout(world);
        await world.Until(Phase.Baking);
        var rows = new FlightRows(800, 9) { Wind = 8, Wrong = 0.4 };
        await Drop(world, "after.csv", rows, minutes: 10);
        await world.Expect(Phase.Baking, "flights-v2-1 100 %", "blue", "flights-v2-1");
        world.Files!.Drop("labels/flights/after.csv", rows.Labels());
        await world.Scan(TimeSpan.FromMinutes(10));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Says("triaged", "performance fell");
        await world.Says("rolled-back", "the traffic before the rollout");
        Assert.Equal("1", await ReferenceVersion(world));
    }

    private static async Task Files_UnitChange_IsQuarantined(World world)
    {
        await Begin(world);
        await Drop(world, "miles.csv", new FlightRows(800, 2) { Unit = 1 / 1.609344 });
        await world.Journaled("policy-changed", "batch-quarantined");
        await world.Says("batch-quarantined", "'distance'");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.False(world.Files!.Has("batches/flights/miles.csv"));
        Assert.Equal(2, world.Files.In("quarantine/flights").Count);
    }

    private static async Task Files_BatchWithoutPolicy_IsQuarantined(World world)
    {
        await Begin(world);
        world.Files!.Drop("batches/trains/a.csv", new FlightRows(100, 2).Csv());
        await world.Scan(TimeSpan.FromMinutes(10));
        Assert.False(world.Files.Has("batches/trains/a.csv"));
        Assert.Equal(2, world.Files.In("quarantine/trains").Count);
        var told = await new BlobJournal(world.Store).ReadAsync("trains", 0, default).SingleAsync();
        Assert.Equal(JournalKinds.BatchQuarantined, told.Kind);
        Assert.Contains("There is no policy for 'trains'", told.Summary, StringComparison.Ordinal);
        await world.Journaled("policy-changed");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
    }

    private static async Task Files_TriggeredAgain_NothingHappens(World world)
    {
        await Begin(world);
        var rows = new FlightRows(800, 2) { HasLabels = true };
        await Drop(world, "a.csv", rows);
        string[] once = [.. (await world.Journal()).Select(record => record.Kind)];
        for (int again = 0; again < 3; again++) Assert.Equal(new ScanResult(0, 0, 0, 0), await world.Scan(TimeSpan.FromMinutes(10)));
        await world.Journaled(once);
        // Even when its orchestration has been forgotten.
        await world.OnHost(engine => engine.PurgeAsync(world.Now, default));
        Assert.Equal(0, (await world.Scan(TimeSpan.FromMinutes(10))).Batches);
        await world.Journaled(once);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Equal(800, world.State.Governor.NewLabels);
    }

    private static async Task Files_LabelsOfUnknownRows_AreTold(World world)
    {
        await Begin(world);
        await Drop(world, "a.csv", new FlightRows(400, 2));
        world.Files!.Drop("labels/flights/strangers.csv", new FlightRows(50, 77).Labels());
        await world.Scan(TimeSpan.FromMinutes(10));
        await world.Says("labels-joined", "50");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Equal(0, world.State.Governor.NewLabels);
    }

    private static async Task Files_TornLines_AreMended(World world)
    {
        await Rollout(world);
        await Tear(world);
        await world.UntilShare(25);
        await Tear(world);
        await world.Until(Phase.Baking);
        await Tear(world);
        await world.Until(Phase.Steady);
        await Healed(world);
    }

    private static async Task Files_SecondHost_IsTurnedAway(World world)
    {
        await Begin(world);
        var refused = await Assert.ThrowsAsync<EngineFolderException>(() => DurableEngine.OpenAsync(new EngineOptions(world.EngineFolder, world.Time), new TaskRegistry()));
        Assert.Equal(EngineErrors.FolderInUse, refused.Code);
        await Drop(world, "a.csv", new FlightRows(400, 2));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("policy-changed", "batch-accepted", "judged");
    }

    private static async Task Begin(World world)
    {
        await world.WritePolicy(("roles", JsonNode.Parse("""{ "id": "id", "late": "label", "answer": "prediction" }""")!));
        // The first version learned that wind above 20 makes late; where gauges read 8 more, that is 28.
        world.Endpoints.Answer = (version, row) => row.TryGetProperty("wind", out var wind) && wind.GetDouble() > (version == "1" ? 20 : 28) ? "1" : "0";
        await world.Scan(TimeSpan.FromMinutes(10));
    }

    private static async Task Drop(World world, string name, FlightRows rows, int minutes = 60)
    {
        world.Files!.Drop($"batches/flights/{name}", rows.Csv());
        Assert.Equal(1, (await world.Scan(TimeSpan.FromMinutes(minutes))).Batches);
    }

    /// <summary>Gauges begin to read 8 more: two batches later a challenger gets its first traffic.</summary>
    private static async Task Rollout(World world)
    {
        await Begin(world);
        await Drop(world, "0.csv", new FlightRows(800, 2) { Wind = 8, HasLabels = true });
        world.Files!.Drop("batches/flights/1.csv", new FlightRows(800, 3) { Wind = 8, HasLabels = true }.Csv());
        await world.Scan(TimeSpan.FromMinutes(3));
        await world.Until(Phase.RollingOut);
    }

    private static async Task Healed(World world)
    {
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        string[] expected = ["policy-changed", "batch-accepted", "judged", "triaged", "performance-judged", "batch-accepted", "judged", "triaged", "performance-judged", .. Chapters.Healed];
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await world.Journal()).Select(record => record.Kind).Order(StringComparer.Ordinal));
        Assert.Equal("2", await ReferenceVersion(world));
    }

    private static async Task<string?> ReferenceVersion(World world) =>
        JsonSerializer.Deserialize<ModelState>((await world.Store.ReadAsync(StateNames.ModelOf(World.Model), default))!.Content.Span, DurableJson.Options)!.Version;

    /// <summary>A power cut in the middle of an append, of the journal and of the engine's log: half a line at the end of each.</summary>
    private static Task Tear(World world) => world.PowerCut(engine =>
    {
        File.AppendAllText(world.Files!.PathOf(string.Create(CultureInfo.InvariantCulture, $"journal/{World.Model}/2026-03.jsonl")), """{"sequence":99,"at":"2026-03-02T0""");
        string log = Directory.EnumerateFiles(Path.Combine(engine, "log")).Order(StringComparer.Ordinal).Last();
        File.AppendAllBytes(log, Encoding.UTF8.GetBytes("""{"crc":"0badc0de","changes":[{"fi"""));
    });
}
