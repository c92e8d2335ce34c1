namespace Homeostat.Loop;

/// <summary>When the circuit breaker opens, and where traffic goes then.</summary>
internal static class FallbackWords
{
    internal static string Of(FallbackOptions fallback) =>
        $"When over {Say.Percent(fallback.FailureRate)} of a minute's requests fail, and there were at least {Words.Count(fallback.MinimumRequests)} of them, all traffic goes to {Target(fallback)}.";

    private static string Target(FallbackOptions fallback)
    {
        var targets = new List<string>();
        if (fallback.Deployment is { } deployment) targets.Add($"the deployment {deployment}");
        targets.Add("an earlier champion that is still warm");
        if (fallback.ModelVersion is { } version) targets.Add($"version {Words.Clean(version)} of the model, deployed for it");
        return $"{string.Join("; when that is not there, to ", targets)}; when there is none, a person is called";
    }
}
