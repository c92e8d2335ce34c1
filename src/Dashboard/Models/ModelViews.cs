using System.Text;
using Homeostat.Loop;

namespace Homeostat.Dashboard;

/// <summary>From what is known of a model to how it is shown.</summary>
internal static class ModelViews
{
    internal static ModelView Of(ModelStanding standing)
    {
        var state = standing.State;
        return new ModelView(standing.Model)
        {
            Endpoint = standing.Policy?.Endpoint,
            Phase = state is null ? null : ApiJson.NameOf(state.Phase),
            PhaseText = state is null ? null : PhaseWords.Of(state.Phase),
            PhaseSince = state?.PhaseSince,
            Paused = state?.Paused ?? false,
            Champion = state?.Champion is { } champion ? new ChampionView(champion.Deployment, champion.Version, champion.Since) : null,
            Challenger = state?.Remediation is { Challenger: { } name } it ? new ChampionView(name, it.ChallengerVersion, it.DeployStarted) : null,
            Traffic = state?.Traffic?.Traffic,
            Mirror = state?.Traffic?.Mirror,
            Remediation = state?.Remediation is { } r ? new RemediationView(r.Number, ApiJson.NameOf(r.Request.Cause), r.Request.Reason, r.Job) : null,
            Rollout = state is { Phase: Phase.RollingOut, Remediation: { } rolling } ? Rollout(rolling) : null,
            Question = state?.Remediation?.Question is { } question ? Question(standing.Model, question) : null,
            Escalation = state?.Escalation is { } escalation ? new EscalationView(escalation.Since, escalation.Reason, escalation.Question) : null,
            Alerts = state is null ? [] : [.. state.Alerts.Values],
            NextLook = state?.NextLook,
            Note = state?.Note,
            Controller = Controller(standing.Controller),
        };
    }

    private static RolloutView Rollout(Remediation remediation)
    {
        // The policy it began with, not the one of now.
        var policy = PolicyFile.Parse(Encoding.UTF8.GetBytes(remediation.Policy.Json), "policy snapshot");
        var steps = RolloutPlan.StepsOf(policy.Rollout);
        var step = steps[Math.Min(remediation.Step, steps.Length - 1)];
        return new RolloutView(remediation.Step + 1, steps.Length, step.Weight, step.Mirror, remediation.StepStarted, remediation.Looks)
        {
            Steps = [.. steps.Select(it => it.Mirror > 0 ? $"{it.Mirror} % mirrored" : $"{it.Weight} %")],
            Next = RolloutNext.Of(policy.Rollout, remediation.Step),
        };
    }

    private static QuestionView Question(string model, ApprovalQuestion question) =>
        new(question.Id, ApiJson.NameOf(question.About), question.Deadline, question.Text, $"/api/models/{model}/approvals/{question.Id}");

    private static ControllerView Controller(OrchestrationState? controller) => controller is null
        ? new ControllerView("missing", null, null)
        : new ControllerView(Status(controller.Status), controller.UpdatedAt, controller.Failure?.Message);

    private static string Status(OrchestrationStatus status) => status switch
    {
        OrchestrationStatus.Failed => "failed",
        OrchestrationStatus.Completed => "completed",
        OrchestrationStatus.Terminated => "terminated",
        _ => "running",
    };
}
