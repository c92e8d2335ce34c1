namespace Homeostat.Loop;

/// <summary>Scores a known row through one deployment: proof that whoever gets the traffic answers.</summary>
internal sealed class ProbeActivity(LoopPorts ports) : IActivity<DeploymentName, ProbeResult>
{
    /// <summary>Where the row lies: the first row that was ever accepted, as a JSON array of one object.</summary>
    internal static string RowOf(string model) => $"state/{model}/probe.json";

    public async Task<ProbeResult> RunAsync(DeploymentName input, CancellationToken cancellation)
    {
        if (await ports.Store.ReadAsync(RowOf(input.Model), cancellation) is not { } row) return await Ready(input, cancellation);
        var result = await ports.Endpoints.ScoreAsync(input.Endpoint, input.Deployment, row.Content, cancellation);
        return result.Succeeded && !result.Predictions.IsDefaultOrEmpty
            ? new ProbeResult(true, result.Deployment, $"{result.Deployment} answered {result.Predictions[0].Answer} in {result.Latency.TotalMilliseconds:0} ms")
            : new ProbeResult(false, result.Deployment, $"{result.Deployment} answered with status {result.Status}");
    }

    // Before the first batch there is no row to score; that the deployment is ready is all there is to know.
    private async Task<ProbeResult> Ready(DeploymentName input, CancellationToken cancellation)
    {
        var endpoint = await ports.Endpoints.GetAsync(input.Endpoint, cancellation);
        bool ready = input.Deployment is { } name && endpoint?.Deployments.GetValueOrDefault(name)?.Status == DeploymentStatus.Ready;
        return new ProbeResult(ready, input.Deployment, ready ? "no row to score is known; the deployment is ready" : "no row to score is known, and the deployment is not ready");
    }
}
