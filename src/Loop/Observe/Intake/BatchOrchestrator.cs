namespace Homeostat.Loop;

/// <summary>One batch from its file to the signal to the controller: counted, judged, held against its labels. Its id is the batch's, so a repeated trigger is a no-op.</summary>
public sealed class BatchOrchestrator : IOrchestrator<BatchArrival, BatchCounted>
{
    /// <summary>Name it is registered under.</summary>
    public const string Name = "Batch";

    private static readonly TaskRetryOptions _retry = new(8, TimeSpan.FromSeconds(5));

    /// <summary>The instance that takes a batch.</summary>
    public static string InstanceOf(string model, string batch) => $"batch-{model}-{batch}";

    /// <inheritdoc/>
    public async Task<BatchCounted> RunAsync(OrchestrationContext context, BatchArrival input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        var counted = await context.CallActivityAsync<BatchCounted>(ActivityNames.CountBatch, await LargeBatch.CountPartsAsync(context, input, _retry), _retry);
        if (!counted.Accepted) return counted;
        var judged = await context.CallActivityAsync<BatchJudged>(ActivityNames.JudgeBatch, input, _retry);
        ControllerOrchestrator.Tell(context, input.Model, judged.Signal);
        if (counted.Labels > 0) ControllerOrchestrator.Tell(context, input.Model, NewLabels(input, counted.Labels));
        long waiting = counted.HasPredictions ? await JoinEarlyAsync(context, input) : 0;
        if (!counted.HasPerformance && waiting == 0) return counted;
        var question = new PerformanceQuestion(input.Model, $"batch/{input.Batch}", input.ArrivedAt);
        var performance = await context.CallActivityAsync<BatchJudged>(ActivityNames.JudgePerformance, question, _retry);
        ControllerOrchestrator.Tell(context, input.Model, performance.Signal);
        return counted;
    }

    private static async Task<long> JoinEarlyAsync(OrchestrationContext context, BatchArrival input)
    {
        var joined = await context.CallActivityAsync<LabelsJoined>(ActivityNames.JoinEarlyLabels, input, _retry);
        if (joined.NewLabels == 0) return 0;
        ControllerOrchestrator.Tell(context, input.Model, new ControllerSignal(SignalKind.LabelsJoined, input.ArrivedAt, "labels", joined.Reason)
        {
            Id = $"batch/{input.Batch}/labels-early", NewLabels = joined.NewLabels,
        });
        return joined.NewLabels;
    }

    private static ControllerSignal NewLabels(BatchArrival input, long labels) =>
        new(SignalKind.LabelsJoined, input.ArrivedAt, "labels", $"{Words.Count(labels)} rows of batch {input.Batch} came with their labels") { Id = $"batch/{input.Batch}/labels", NewLabels = labels };
}
