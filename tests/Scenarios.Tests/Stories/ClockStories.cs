using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Somebody sets the clock: days ahead and hours back, in every phase; and a month ends.</summary>
internal static class ClockStories
{
    internal static IEnumerable<Story> All =>
    [
        .. Phases.All.Select(phase => new Story($"Clock_{phase}_SetDaysAhead", world => SetAhead(world, phase))),
        .. Phases.All.Select(phase => new Story($"Clock_{phase}_SetHoursBack", world => SetBack(world, phase))),
        .. new[] { Phase.RollingOut, Phase.Baking }.Select(phase => new Story($"Clock_{phase}_SetBack_RollbackByHandDoesNotWait", world => SetBackThenByHand(world, phase))),
        new(nameof(MonthTurnsOver_BudgetIsNew), MonthTurnsOver_BudgetIsNew),
    ];

    private static async Task SetAhead(World world, Phase phase)
    {
        await world.Reach(phase);
        world.Time.Set(world.Now + TimeSpan.FromDays(3));
        await world.Pass(TimeSpan.FromDays(1));
        // What is under way seems to have hung for days, and is given up; what has an end that lies in the past ends.
        bool givesUp = phase is Phase.Retraining or Phase.Evaluating;
        string[] after = phase switch { Phase.Retraining => ["job-ended"], Phase.Evaluating => ["challenger-rejected"], Phase.RollingBack => ["escalated"], _ => Phases.After(phase) };
        await world.Journaled([.. Phases.Before(phase), .. after]);
        if (phase == Phase.RollingBack) await world.Expect(Phase.Escalated, "blue 100 %", "blue", "flights-v0-0", "green");
        else if (givesUp) await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        else await world.ExpectEnd(phase);
        Assert.Equal(phase == Phase.Retraining ? world.Jobs.Begun : [], world.Jobs.Canceled);
    }

    // What waits for a date waits until the clock has caught up, and nothing ends early; what is asked every few seconds is asked on.
    private static async Task SetBack(World world, Phase phase)
    {
        await world.Reach(phase);
        var before = world.Now;
        string traffic = world.Endpoints.Traffic;
        world.Time.Set(before - TimeSpan.FromHours(3));
        await world.Pass(TimeSpan.FromHours(3));
        if (phase is not (Phase.Retraining or Phase.Evaluating or Phase.RollingBack))
        {
            await world.Expect(phase, traffic, [.. world.Endpoints.Names]);
            await world.Journaled(Phases.Before(phase));
        }
        await world.Pass(TimeSpan.FromDays(2));
        await world.Journaled([.. Phases.Before(phase), .. Phases.After(phase)]);
        await world.ExpectEnd(phase);
        Assert.All((await world.Journal()).Skip(Phases.Before(phase).Length), record => Assert.True(record.At >= before));
    }

    private static async Task SetBackThenByHand(World world, Phase phase)
    {
        await world.Reach(phase);
        world.Time.Set(world.Now - TimeSpan.FromHours(3));
        await world.RollBack();
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Journaled([.. Phases.Before(phase), .. Chapters.Back]);
        Assert.Equal(phase == Phase.Baking ? ["2", "1"] : [], world.Data.Promoted);
    }

    private static async Task MonthTurnsOver_BudgetIsNew(World world)
    {
        // A job may cost 20 at most and costs 13: one fits into a month's 25.
        await world.WritePolicy(("retrain.timeLimit", "30m"), ("governor.costPerHour", 40), ("governor.budgetPerMonth", 25));
        world.Jobs.Lasts = TimeSpan.FromMinutes(20);
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Drift();
        await world.Pass(TimeSpan.FromDays(29));
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Healed, "retrain-decided"]);
        await world.Says("retrain-decided", "A new month begins");
        await world.Pass(TimeSpan.FromDays(2));
        await world.Expect(Phase.Steady, "flights-v3-2 100 %", "flights-v3-2");
        await world.Journaled([.. Chapters.Healed, "retrain-decided", "continued", .. Chapters.Healed]);
        Assert.Equal(2, world.State.Governor.Spent.Length);
    }
}
