using System.Text.Json;
using Homeostat.Loop;
using Microsoft.Azure.Functions.Worker;

namespace Homeostat.Functions;

/// <summary>What controllers ask of the world: policy, journal, endpoint and jobs.</summary>
/// <param name="runner">Runs them.</param>
public sealed class ControlActivities(ActivityRunner runner)
{
    /// <summary>The policy in force.</summary>
    [Function(ActivityNames.ReadPolicy)]
    public Task<JsonElement> ReadPolicy([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Writes a decision.</summary>
    [Function(ActivityNames.AppendJournal)]
    public Task<JsonElement> AppendJournal([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>The endpoint as it reads now.</summary>
    [Function(ActivityNames.ReadEndpoint)]
    public Task<JsonElement> ReadEndpoint([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Writes traffic and reads it back.</summary>
    [Function(ActivityNames.SetTraffic)]
    public Task<JsonElement> SetTraffic([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Looks for a rollback that was begun without the controller.</summary>
    [Function(ActivityNames.FindDirectRollback)]
    public Task<JsonElement> FindDirectRollback([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Makes a deployment.</summary>
    [Function(ActivityNames.Deploy)]
    public Task<JsonElement> Deploy([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Deletes a deployment.</summary>
    [Function(ActivityNames.DeleteDeployment)]
    public Task<JsonElement> DeleteDeployment([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Scores a known row through one deployment.</summary>
    [Function(ActivityNames.Probe)]
    public Task<JsonElement> Probe([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Submits a training job.</summary>
    [Function(ActivityNames.SubmitJob)]
    public Task<JsonElement> SubmitJob([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>The training job as it reads now.</summary>
    [Function(ActivityNames.ReadJob)]
    public Task<JsonElement> ReadJob([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Cancels a training job.</summary>
    [Function(ActivityNames.CancelJob)]
    public Task<JsonElement> CancelJob([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);
}
