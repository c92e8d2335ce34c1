namespace Homeostat.Loop;

/// <summary>Where the circuit breaker sends traffic: the fallback deployment, else champions that are still warm, else the fallback version.</summary>
internal static class FallbackTarget
{
    public static RollbackDecision Choose(RollbackPlace here, RollbackEvidence evidence, FallbackOptions options)
    {
        // Whoever serves most of the requests is the one that fails.
        string? failing = evidence.Request.Target ?? here.Now.Traffic.OrderByDescending(t => t.Value).Select(t => t.Key).FirstOrDefault();
        if (failing is not null && !here.Now.Traffic.IsEmpty && here.Now.ShareOf(failing).Live == 0) return here.Shift(here.Now, $"a state in which {failing}, which failed, gets no requests");
        if (here.IsReady(options.Deployment)) return here.Shift(options.Deployment!, "the fallback deployment");
        string? warm = here.Champions.Reverse().Select(c => c.Deployment).Prepend(evidence.Undo?.Champion).FirstOrDefault(d => d != failing && here.IsReady(d));
        if (warm is not null) return here.Shift(warm, "an earlier champion that is still warm");
        if (options.ModelVersion is not { } version) return here.Refuse("The circuit breaker opened, and neither a fallback deployment nor an earlier champion is ready");
        string? serves = here.Endpoint.Deployments.Values.Where(d => d.ModelVersion == version && here.IsReady(d.Name)).Select(d => d.Name).FirstOrDefault();
        return serves is not null ? here.Shift(serves, $"the fallback version {version}") : new RollbackDecision
        {
            Action = RollbackAction.DeployFirst,
            Version = version,
            Reason = $"No deployment to fall back to is ready: version {version} is deployed first, then gets all requests.",
        };
    }
}
