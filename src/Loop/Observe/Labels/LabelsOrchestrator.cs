namespace Homeostat.Loop;

/// <summary>One label file from its arrival to the signals to the controller. Its id is the file's, so a repeated trigger is a no-op.</summary>
public sealed class LabelsOrchestrator : IOrchestrator<LabelArrival, LabelsJoined>
{
    /// <summary>Name it is registered under.</summary>
    public const string Name = "Labels";

    private static readonly TaskRetryOptions _retry = new(8, TimeSpan.FromSeconds(5));

    /// <summary>The instance that takes a label file.</summary>
    public static string InstanceOf(string model, string file) => $"labels-{model}-{file}";

    /// <inheritdoc/>
    public async Task<LabelsJoined> RunAsync(OrchestrationContext context, LabelArrival input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        var joined = await context.CallActivityAsync<LabelsJoined>(ActivityNames.JoinLabels, input, _retry);
        if (joined.NewLabels == 0) return joined;
        ControllerOrchestrator.Tell(context, input.Model, new ControllerSignal(SignalKind.LabelsJoined, input.ArrivedAt, "labels", joined.Reason)
        {
            Id = $"labels/{input.File}", NewLabels = joined.NewLabels,
        });
        var question = new PerformanceQuestion(input.Model, $"labels/{input.File}", input.ArrivedAt);
        var judged = await context.CallActivityAsync<BatchJudged>(ActivityNames.JudgePerformance, question, _retry);
        ControllerOrchestrator.Tell(context, input.Model, judged.Signal);
        return joined;
    }
}
