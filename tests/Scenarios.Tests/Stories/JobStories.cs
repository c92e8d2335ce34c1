using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Jobs and deployments go wrong.</summary>
internal static class JobStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(JobFailsOnce_IsTriedAgain), JobFailsOnce_IsTriedAgain),
        new(nameof(JobFailsThreeTimes_Escalates), JobFailsThreeTimes_Escalates),
        new(nameof(JobFailsForGood_CountsAgainstTheChallenger), JobFailsForGood_CountsAgainstTheChallenger),
        new(nameof(JobHangs_IsCancelled), JobHangs_IsCancelled),
        new(nameof(JobSucceedsWithoutModel), JobSucceedsWithoutModel),
        new(nameof(DeploymentNeverReady), DeploymentNeverReady),
        new(nameof(DeploymentFails), DeploymentFails),
    ];

    private static TrainingJobState Ended(TrainingJobState state, TrainingJobStatus status, bool transient = false) =>
        state.Status == TrainingJobStatus.Running ? state : state with { Status = status, ModelVersion = null, Reason = "out of nodes", IsTransient = transient };

    private static async Task JobFailsOnce_IsTriedAgain(World world)
    {
        world.Jobs.Script = (number, state) => number == 1 ? Ended(state, TrainingJobStatus.Failed, transient: true) : state;
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v3-1 100 %", "flights-v3-1");
        await world.Journaled([.. Chapters.Trained, .. Chapters.Healed[1..]]);
        Assert.Equal([world.Jobs.Begun[0], $"{world.Jobs.Begun[0]}-2"], world.Jobs.Begun);
    }

    private static async Task JobFailsThreeTimes_Escalates(World world)
    {
        world.Jobs.Script = (_, state) => Ended(state, TrainingJobStatus.Failed, transient: true);
        await world.Drift();
        await world.Until(Phase.Escalated);
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Trained, .. Chapters.Trained[1..], .. Chapters.Trained[1..], "escalated"]);
    }

    private static async Task JobFailsForGood_CountsAgainstTheChallenger(World world)
    {
        world.Jobs.Script = (_, state) => Ended(state, TrainingJobStatus.Failed);
        await world.Drift();
        await world.Until(Phase.Retraining);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled(Chapters.Trained);
        Assert.Equal(1, world.State.Governor.FailedChallengers);
    }

    private static async Task JobHangs_IsCancelled(World world)
    {
        await world.WritePolicy(("retrain.timeLimit", "10m"));
        world.Jobs.Script = (_, state) => state with { Status = TrainingJobStatus.Running, ModelVersion = null };
        await world.Drift();
        await world.Pass(TimeSpan.FromMinutes(11));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled(Chapters.Trained);
        await world.Says("job-ended", "ran longer than 10 minutes");
        Assert.Equal(world.Jobs.Begun, world.Jobs.Canceled);
    }

    private static async Task JobSucceedsWithoutModel(World world)
    {
        world.Jobs.Script = (_, state) => state with { ModelVersion = null };
        await world.Drift();
        await world.Pass(TimeSpan.FromMinutes(5));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled(Chapters.Trained);
        await world.Says("job-ended", "registered no model");
    }

    private static async Task DeploymentNeverReady(World world)
    {
        world.Endpoints.ReadyAfter = null;
        await world.Drift();
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Trained, "challenger-rejected"]);
        await world.Says("challenger-rejected", "was not ready after 45 minutes");
    }

    private static async Task DeploymentFails(World world)
    {
        world.Endpoints.DeploymentsFail = "no quota";
        await world.Drift();
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Trained, "challenger-rejected"]);
        await world.Says("challenger-rejected", "no quota");
    }
}
