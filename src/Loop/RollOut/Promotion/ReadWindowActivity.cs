namespace Homeostat.Loop;

/// <summary>What a deployment answered, as the platform measures it. Answers and labels by deployment need a log that names the deployment; none does yet.</summary>
internal sealed class ReadWindowActivity(LoopPorts ports) : IActivity<WindowQuery, StepWindow>
{
    public async Task<StepWindow> RunAsync(WindowQuery input, CancellationToken cancellation) =>
        new() { Metrics = await ports.Metrics.GetAsync(input.Endpoint, input.Deployment, input.From, input.To, cancellation) };
}
