using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Where to roll back to: only ever to a deployment that is there and ready.</summary>
public static class RollbackPolicy
{
    /// <summary>Chooses, from the parts of <see cref="RollbackEvidence"/>.</summary>
    public static RollbackDecision Choose(
        RollbackRequest request, EndpointState endpoint, UndoPlan? undo, ImmutableArray<ChampionRecord> champions, FallbackOptions options) =>
        Choose(new RollbackEvidence(request, endpoint, undo, champions), options);

    /// <summary>Chooses.</summary>
    public static RollbackDecision Choose(RollbackEvidence evidence, FallbackOptions options)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(options);
        var here = new RollbackPlace(evidence.Endpoint, evidence.Champions.IsDefault ? [] : evidence.Champions);
        return evidence.Request.Kind switch
        {
            RollbackKind.Breach => evidence.Undo is { } undo
                ? UndoTarget.Choose(here, undo)
                : here.Refuse("No rollout runs or bakes, so there is none to undo"),
            RollbackKind.Breaker => FallbackTarget.Choose(here, evidence, options),
            RollbackKind.Previous => Previous(here, evidence),
            RollbackKind.Version => OfVersion(here, evidence.Request.Target ?? ""),
            _ => OfDeployment(here, evidence.Request.Target ?? ""),
        };
    }

    /// <summary>
    /// The request with the deployment that was decided on. Between the decision and the write others may move traffic and champions; asked again,
    /// "the previous one" would by then be the one that was to be left.
    /// </summary>
    internal static RollbackRequest Settle(RollbackEvidence evidence, RollbackDecision decision)
    {
        if (evidence.Request is not { Kind: RollbackKind.Previous, Target: null } request) return evidence.Request;
        bool undoes = evidence.Undo is { } undo && UndoTarget.IsShifted(new RollbackPlace(evidence.Endpoint, []), undo);
        return request with { Target = undoes ? evidence.Undo!.Champion : decision.Deployment };
    }

    private static RollbackDecision Previous(RollbackPlace here, RollbackEvidence evidence)
    {
        string? settled = evidence.Request.Target;
        if (evidence.Undo is { } running && (UndoTarget.IsShifted(here, running) || (settled is not null && settled == running.Champion)))
            return UndoTarget.Choose(here, running);
        if ((settled ?? here.Previous?.Deployment) is not { } previous) return here.Refuse("There is no champion before the current one");
        return here.IsReady(previous)
            ? here.Shift(previous, "the previous champion")
            : here.Refuse($"The previous champion, {previous}, {here.StateOf(previous)}");
    }

    private static RollbackDecision OfVersion(RollbackPlace here, string version)
    {
        var found = here.Endpoint.Deployments.Values.Where(d => d.ModelVersion == version).ToList();
        var ready = found.Where(d => d.Status == DeploymentStatus.Ready)
            .OrderByDescending(d => here.Now.ShareOf(d.Name).Live).Select(d => d.Name).FirstOrDefault();
        if (ready is not null) return here.Shift(ready, $"version {Words.Clean(version)}");
        return here.Refuse(found.Count == 0
            ? $"No deployment of {here.Endpoint.Name} serves version {Words.Quoted(version)}"
            : $"{found[0].Name}, which serves version {Words.Quoted(version)}, {here.StateOf(found[0].Name)}");
    }

    private static RollbackDecision OfDeployment(RollbackPlace here, string deployment) => here.IsReady(deployment)
        ? here.Shift(deployment, "the deployment that was asked for")
        : here.Refuse($"The deployment {Words.Quoted(deployment)} {here.StateOf(deployment)}");
}
