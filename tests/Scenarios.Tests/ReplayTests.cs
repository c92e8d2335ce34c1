using System.Text.Json;
using System.Text.Json.Nodes;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every judged record of every story is judged again from its evidence.</summary>
public sealed class ReplayTests
{
    private static readonly string[] _judged = ["retrain-decided", "job-ended", "gates-judged", "step-judged", "rolled-back", "rollback-refused", "foreign-edit",
        "batch-accepted", "batch-quarantined", "judged", "labels-joined", "performance-judged", "triaged"];

    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Record_JudgedAgain_GivesTheSameVerdict(string name)
    {
        var outcome = await Library.Calm(name);
        foreach (var record in outcome.Journal)
        {
            var result = outcome.Replays[record.Sequence];
            // What is refused because there is no endpoint, or because it was asked for too late, was not chosen.
            bool judged = _judged.Contains(record.Kind) && (record.Kind != "rollback-refused" || record.Evidence.TryGetProperty("decision", out _));
            Assert.Equal((judged ? ReplayEnd.Same : ReplayEnd.NotJudged, record.Sequence, record.Kind), (result.End, record.Sequence, result.End == ReplayEnd.Differs ? result.Text : record.Kind));
        }
    }

    [Fact]
    public async Task DroppedFiles_JudgedAgain_GiveTheSameVerdicts_ToTheDecisionOfTheController()
    {
        await using var world = await DataWorld.OpenAsync();
        await world.DropAsync("batches/flights/empty.csv", "");
        await world.DropAsync("batches/flights/miles.csv", new FlightRows(800, 2) { Unit = 1 / 1.609344 }.Csv());
        await world.DropAsync("batches/flights/a.csv", new FlightRows(1500, 3).Csv());
        await world.DropAsync("labels/flights/a.csv", new FlightRows(1500, 3).Labels());
        await world.DropAsync("batches/flights/b.csv", new FlightRows(800, 4) { Wind = 8 }.Csv());
        await world.DropAsync("batches/flights/c.csv", new FlightRows(800, 5) { Wind = 8 }.Csv());
        var records = await world.RecordsAsync();
        string[] expected = ["batch-accepted", "batch-quarantined", "judged", "labels-joined", "performance-judged", "retrain-decided", "triaged"];
        Assert.Equal(expected, records.Select(record => record.Kind).Distinct().Intersect(expected).Order());
        foreach (var record in records)
        {
            var result = await JournalReplay.CheckAsync(record, world.Store, default);
            bool isJudged = expected.Contains(record.Kind) || _judged.Contains(record.Kind);
            Assert.Equal((isJudged ? ReplayEnd.Same : ReplayEnd.NotJudged, record.Sequence, ""), (result.End, record.Sequence, result.Text));
        }
    }

    [Theory]
    [InlineData("retrain-decided", "decision.reason", "\"for fun\"")]
    [InlineData("job-ended", "job.modelVersion", "null")]
    [InlineData("gates-judged", "summary.rows", "3")]
    [InlineData("step-judged", "observation.challenger.metrics.failures", "500")]
    [InlineData("rolled-back", "decision.deployment", "\"green\"")]
    [InlineData("step-judged", "observation.step", "7")]
    public async Task Record_WithOneMemberChanged_Differs(string kind, string path, string value)
    {
        var record = (await Library.Calm("Bake_BreachRollsBack")).Journal.First(r => r.Kind == kind);
        var evidence = JsonNode.Parse(record.Evidence.GetRawText())!;
        string[] parts = path.Split('.');
        parts[..^1].Aggregate(evidence, (node, part) => node[part]!)[parts[^1]] = JsonNode.Parse(value);
        var result = JournalReplay.Check(record with { Evidence = JsonSerializer.SerializeToElement(evidence) });
        Assert.Equal(ReplayEnd.Differs, result.End);
        Assert.Contains($"Record {record.Sequence} ({kind})", result.Text, StringComparison.Ordinal);
    }
}
