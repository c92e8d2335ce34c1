using System.Text.Json;
using Homeostat.Loop;
using Microsoft.Azure.Functions.Worker;

namespace Homeostat.Functions;

/// <summary>What reads and writes data: batches, labels, datasets, evaluation.</summary>
/// <param name="runner">Runs them.</param>
public sealed class DataActivities(ActivityRunner runner)
{
    /// <summary>Finds where a large batch is cut.</summary>
    [Function(ActivityNames.PlanParts)]
    public Task<JsonElement> PlanParts([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Counts one part of a large batch.</summary>
    [Function(ActivityNames.CountPart)]
    public Task<JsonElement> CountPart([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Counts a batch, and accepts it or puts it in quarantine.</summary>
    [Function(ActivityNames.CountBatch)]
    public Task<JsonElement> CountBatch([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Judges a counted batch and its windows.</summary>
    [Function(ActivityNames.JudgeBatch)]
    public Task<JsonElement> JudgeBatch([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Holds labelled answers against the baseline.</summary>
    [Function(ActivityNames.JudgePerformance)]
    public Task<JsonElement> JudgePerformance([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Joins a label file to predictions.</summary>
    [Function(ActivityNames.JoinLabels)]
    public Task<JsonElement> JoinLabels([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Joins labels that came before their batch.</summary>
    [Function(ActivityNames.JoinEarlyLabels)]
    public Task<JsonElement> JoinEarlyLabels([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Writes down what a challenger is trained on.</summary>
    [Function(ActivityNames.AssembleDataset)]
    public Task<JsonElement> AssembleDataset([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>Scores the holdout, champion and challenger.</summary>
    [Function(ActivityNames.Evaluate)]
    public Task<JsonElement> Evaluate([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>The challenger's fingerprint becomes the reference.</summary>
    [Function(ActivityNames.Promote)]
    public Task<JsonElement> Promote([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);

    /// <summary>What both sides of a rollout answered.</summary>
    [Function(ActivityNames.ReadWindow)]
    public Task<JsonElement> ReadWindow([ActivityTrigger] JsonElement input, FunctionContext context) => runner.RunAsync(context, input);
}
