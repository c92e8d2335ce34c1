using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop.Tests.Retrain;

public class DatasetPlanTests
{
    private static readonly DateTimeOffset _start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_DailyBatches_KeepsTheLatestFifth()
    {
        var plan = Plan(Day(3), Day(1), Day(5), Day(2), Day(4));
        Assert.Equal("day1[0+100] day2[0+100] day3[0+100] day4[0+100] | day5[0+100]", Text(plan));
        Assert.Equal((400, 100, null), (plan.TrainingRows, plan.HoldoutRows, plan.Problem));
    }

    [Fact]
    public void Of_BatchAcrossTheBorder_IsCut() => Assert.Equal("day1[0+300] day2[0+20] | day2[20+80]", Text(Plan(Day(1, 300), Day(2, 100))));

    [Fact]
    public void Of_OneBatch_IsCut() => Assert.Equal("day1[0+4] | day1[4+1]", Text(Plan(Day(1, 5))));

    [Fact]
    public void Of_WhatCannotBeUsed_IsLeftOutWithItsReason()
    {
        var plan = Plan(
            Day(1), Day(2), Day(3) with { Quarantined = true }, Day(4, 0), Day(5) with { Name = "copy", Hash = "hash2" }, Day(-3), Day(40),
            Day(6) with { Name = "long", Hash = "other", From = _start.AddDays(1.5) }, Day(6, 60));
        Assert.Equal("day1[0+100] day2[0+88] | day2[88+12] day6[0+60]", Text(plan));
        string reasons = string.Join('\n', plan.LeftOut.Select(l => $"{l.Batch}: {l.Reason}"));
        Assert.Contains("day3: It is in quarantine", reasons, StringComparison.Ordinal);
        Assert.Contains("day4: None of its rows has a label yet.", reasons, StringComparison.Ordinal);
        Assert.Contains("copy: It has the same content as day2; a row on both sides", reasons, StringComparison.Ordinal);
        Assert.Contains("day-3: It ended at 2026-04-28 23:59 UTC, before the window", reasons, StringComparison.Ordinal);
        Assert.Contains("day40: It ended at 2026-06-10 23:59 UTC, after the window", reasons, StringComparison.Ordinal);
        Assert.Contains("long: It ended at 2026-05-07 23:59 UTC, after the holdout began", reasons, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnyBatches_TheHoldoutIsLater_AndNoRowIsOnBothSides()
    {
        var random = new Random(5);
        for (int i = 0; i < 500; i++)
        {
            DatasetBatch[] batches = [.. Enumerable.Range(1, random.Next(1, 12)).Select(n => Random(random, n))];
            var plan = DatasetPlan.Of(batches, new(_start, _start.AddDays(30), 0.05 + 0.9 * random.NextDouble()));
            if (plan.Problem is not null) continue;
            var byName = batches.ToDictionary(b => b.Name);
            var border = plan.Holdout.Min(h => byName[h.Batch].From);
            Assert.All(plan.Training, t => Assert.True(byName[t.Batch].To <= border || t.Batch == plan.Holdout[0].Batch));
            Assert.All(plan.Training.Concat(plan.Holdout).GroupBy(p => p.Batch), g => Assert.True(g.Sum(p => p.Rows) <= byName[g.Key].LabelledRows));
            Assert.True(border == byName[plan.Holdout[0].Batch].From);
            var cut = plan.Training.SingleOrDefault(t => t.Batch == plan.Holdout[0].Batch);
            Assert.Equal(cut?.Rows ?? 0, plan.Holdout[0].First);
            if (cut is not null) Assert.All(plan.Holdout.Skip(1), h => Assert.True(byName[h.Batch].From >= byName[cut.Batch].To));
            Assert.True(plan.TrainingRows > 0 && plan.HoldoutRows > 0);
        }
    }

    [Fact]
    public void Hash_IsOfContentsInOrder_WhateverTheNames()
    {
        string hash = Plan(Day(1), Day(2)).Hash;
        string text = "training hash1 - 0 100\ntraining hash2 - 0 60\nholdout hash2 - 60 40\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), hash);
        Assert.Equal(hash, Plan(Day(2), Day(1) with { Name = "renamed" }).Hash);
        Assert.NotEqual(hash, Plan(Day(1), Day(2, 101)).Hash);
        Assert.NotEqual(hash, Plan(Day(1), Day(2) with { LabelHash = "corrected" }).Hash);
        Assert.NotEqual(hash, Plan(Day(1) with { Hash = "hash2" }, Day(2) with { Hash = "hash1" }).Hash);
    }

    [Fact]
    public void Of_NothingToSplit_SaysSo()
    {
        Assert.Contains("Fewer than 2 labelled rows", Plan().Problem, StringComparison.Ordinal);
        Assert.Contains("Fewer than 2 labelled rows", Plan(Day(1, 1)).Problem, StringComparison.Ordinal);
        Assert.Contains("Every batch reaches into the time", Plan(Day(1, 100), Day(1, 20) with { Name = "z", Hash = "z" }).Problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DatasetPlan.Of([], new(_start, _start, 1)));
    }

    [Fact]
    public void Plan_StaysTheSame_InTheJournal()
    {
        Replay.Of(Plan(Day(1), Day(2), Day(3) with { Quarantined = true }));
        Replay.Same(new[] { Day(1), Day(2) }, batches => Plan(batches));
    }

    private static DatasetPlan Plan(params DatasetBatch[] batches) => DatasetPlan.Of(batches, new(_start, _start.AddDays(30), 0.2));

    private static DatasetBatch Day(int day, long rows = 100) =>
        new($"day{day}", $"hash{day}", _start.AddDays(day), _start.AddDays(day + 1).AddMinutes(-1), rows);

    private static DatasetBatch Random(Random random, int n)
    {
        var from = _start.AddDays(random.NextDouble() * 28);
        return new($"b{n}", $"h{n}", from, from.AddDays(random.NextDouble() * 2), random.Next(0, 50)) { Quarantined = random.Next(5) == 0 };
    }

    private static string Text(DatasetPlan plan) => string.Join(" | ", new[] { plan.Training, plan.Holdout }
        .Select(parts => string.Join(' ', parts.Select(p => $"{p.Batch}[{p.First}+{p.Rows}]"))));
}
