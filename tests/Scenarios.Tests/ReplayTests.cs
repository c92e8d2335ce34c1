using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>Every judged record of every story is judged again from its evidence.</summary>
public sealed class ReplayTests
{
    private static readonly string[] _judged = ["retrain-decided", "job-ended", "gates-judged", "step-judged", "rolled-back", "rollback-refused"];

    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Record_JudgedAgain_GivesTheSameVerdict(string name)
    {
        foreach (var record in (await Library.Calm(name)).Journal)
        {
            var result = JournalReplay.Check(record);
            Assert.NotEqual((ReplayEnd.Differs, record.Sequence, result.Text), (result.End, record.Sequence, result.Text));
            bool judged = _judged.Contains(record.Kind) && !record.Summary.Contains("has no policy", StringComparison.Ordinal);
            Assert.Equal(judged ? ReplayEnd.Same : ReplayEnd.NotJudged, result.End);
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

    [Fact]
    public async Task Chain_BreaksWhenOneByteChanges()
    {
        await using var world = await World.OpenAsync(Weather.Calm);
        await Library.Stories["Bake_BreachRollsBack"].Tell(world);
        const string Month = "journal/flights/2026-03.jsonl";
        byte[] whole = (await world.Store.ReadAsync(Month, default))!.Content.ToArray();
        for (int at = 10; at < whole.Length; at += Math.Max(1, whole.Length / 97))
        {
            byte[] changed = [.. whole];
            changed[at] = changed[at] == (byte)'x' ? (byte)'y' : (byte)'x';
            await world.Store.WriteAsync(Month, changed, WriteCondition.Always, default);
            var verified = await new JournalVerifier(world.Store).VerifyAsync("flights", default);
            Assert.False(verified.IsIntact, $"Byte {at} of {Encoding.UTF8.GetString(whole.AsSpan(Math.Max(0, at - 20)..Math.Min(whole.Length, at + 20)))}");
        }
    }
}
