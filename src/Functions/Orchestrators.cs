using System.Text.Json;
using Homeostat.Loop;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Homeostat.Functions;

/// <summary>The loop's orchestrators, one function each.</summary>
/// <param name="runner">Runs them.</param>
public sealed class Orchestrators(OrchestratorRunner runner)
{
    /// <summary>Owns one model's endpoint.</summary>
    [Function(ControllerOrchestrator.Name)]
    public Task<JsonElement> Controller([OrchestrationTrigger] TaskOrchestrationContext context) => runner.RunAsync(context);

    /// <summary>One batch from its file to the signal to the controller.</summary>
    [Function(BatchOrchestrator.Name)]
    public Task<JsonElement> Batch([OrchestrationTrigger] TaskOrchestrationContext context) => runner.RunAsync(context);

    /// <summary>One label file from its arrival to the signals to the controller.</summary>
    [Function(LabelsOrchestrator.Name)]
    public Task<JsonElement> Labels([OrchestrationTrigger] TaskOrchestrationContext context) => runner.RunAsync(context);
}
