using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Why traffic is where it is.</summary>
internal static class TrafficWords
{
    internal static IEnumerable<string> Of(RollbackRecord it)
    {
        var (evidence, decision) = (it.Evidence, it.Decision);
        yield return $"Asked for by {Asked(evidence.Request)}";
        yield return $"{(decision.Action == RollbackAction.Refuse ? "Refused" : $"Decided to {Names.Of(decision.Action)}")} by {decision.Rule}{(decision.Deployment is { } name ? $": all goes to {name}{(decision.Version is { } version ? $", version {version}" : "")}" : "")}.";
        yield return $"Traffic read {TrafficSplit.Of(evidence.Endpoint)}; deployments: {Deployments(evidence.Endpoint)}.";
        yield return evidence.Undo is { } undo ? $"The undo plan said: back to {undo.Before}." : "No rollout was under way, so there was no undo plan.";
        if (!evidence.Champions.IsDefaultOrEmpty) yield return $"Champions so far, the latest last: {string.Join(", ", evidence.Champions.Select(champion => champion.Deployment))}.";
    }

    /// <summary>"a breach: 30 % of the requests failed."</summary>
    internal static string Asked(RollbackRequest request) =>
        $"{Asker(request.Kind)}{(request.Target is { } target ? $", {(request.Kind == RollbackKind.Breaker ? "away from" : "to")} {target}" : "")}: {request.Reason.TrimEnd('.')}.";

    internal static IEnumerable<string> OfProbe(JsonElement evidence)
    {
        if (evidence.TryGetProperty("probe", out var probe) && probe.Deserialize<ProbeResult>(DurableJson.Options) is { } result) yield return $"Proved with a scoring probe: {result.Text}.";
    }

    internal static IEnumerable<string> Of(TrafficFinding it) =>
        [$"The loop left traffic at {it.Expected}; it read {it.Observed}.", "The loop adopts what it finds, and fights nobody's edit."];

    internal static IEnumerable<string> Of(UndoPlan it)
    {
        yield return it.Champion is { } champion
            ? $"The champion is {champion}{(it.ChampionVersion is { } version ? $" with version {version}" : "")}; {it.Challenger} is about to get traffic of {it.Endpoint}."
            : $"Nobody had traffic of {it.Endpoint}; {it.Challenger} is the first.";
        yield return "It stands in the journal before the first shift, so that a rollback needs nothing else.";
    }

    internal static IEnumerable<string> OfShift(JsonElement evidence)
    {
        var before = evidence.TryGetProperty("before", out var left) ? left.Deserialize<TrafficSplit>(DurableJson.Options) : null;
        var after = evidence.GetProperty("after").Deserialize<TrafficSplit>(DurableJson.Options);
        yield return $"Traffic was {before?.ToString() ?? "not known"}, was written, read back, and is {after}.";
    }

    private static string Asker(RollbackKind kind) => kind switch
    {
        RollbackKind.Breach => "a breach",
        RollbackKind.Breaker => "the circuit breaker",
        _ => "a person",
    };

    private static string Deployments(EndpointState endpoint) => endpoint.Deployments.Count == 0 ? "none"
        : string.Join(", ", endpoint.Deployments.Values.Select(it => $"{it.Name} (version {it.ModelVersion}, {Names.Of(it.Status)})"));
}
