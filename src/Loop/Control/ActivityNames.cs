namespace Homeostat.Loop;

/// <summary>Names of the loop's activities: a contract with stored histories, so a name never changes its meaning.</summary>
public static class ActivityNames
{
    /// <summary><see cref="string"/> model to <see cref="PolicySnapshot"/>; null when there is no policy.</summary>
    public const string ReadPolicy = nameof(ReadPolicy);

    /// <summary><see cref="JournalEntry"/> to <see cref="long"/> sequence.</summary>
    public const string AppendJournal = nameof(AppendJournal);

    /// <summary><see cref="string"/> endpoint to <see cref="EndpointState"/>; null when there is none.</summary>
    public const string ReadEndpoint = nameof(ReadEndpoint);

    /// <summary><see cref="TrafficWrite"/> to <see cref="EndpointState"/> as read back.</summary>
    public const string SetTraffic = nameof(SetTraffic);

    /// <summary><see cref="DirectRollbackQuestion"/> to <see cref="DirectRollbackFound"/>: a rollback that was begun without the controller; null when none was.</summary>
    public const string FindDirectRollback = nameof(FindDirectRollback);

    /// <summary><see cref="DeployInput"/> to nothing.</summary>
    public const string Deploy = nameof(Deploy);

    /// <summary><see cref="DeploymentName"/> to nothing.</summary>
    public const string DeleteDeployment = nameof(DeleteDeployment);

    /// <summary><see cref="DeploymentName"/> to <see cref="ProbeResult"/>: scores a known row through one deployment.</summary>
    public const string Probe = nameof(Probe);

    /// <summary><see cref="WindowQuery"/> to <see cref="StepWindow"/>.</summary>
    public const string ReadWindow = nameof(ReadWindow);

    /// <summary><see cref="DatasetInput"/> to <see cref="DatasetReference"/>.</summary>
    public const string AssembleDataset = nameof(AssembleDataset);

    /// <summary><see cref="TrainingJobRequest"/> to nothing.</summary>
    public const string SubmitJob = nameof(SubmitJob);

    /// <summary><see cref="string"/> job to <see cref="TrainingJobState"/>; null when there is none.</summary>
    public const string ReadJob = nameof(ReadJob);

    /// <summary><see cref="string"/> job to nothing.</summary>
    public const string CancelJob = nameof(CancelJob);

    /// <summary><see cref="EvaluateInput"/> to <see cref="EvaluationSummary"/>: scores the holdout through the endpoint, champion and challenger.</summary>
    public const string Evaluate = nameof(Evaluate);

    /// <summary><see cref="PromotionInput"/> to nothing: the challenger's fingerprint becomes the reference, its holdout result the baseline.</summary>
    public const string Promote = nameof(Promote);

    /// <summary><see cref="BatchArrival"/> to <see cref="Batches.BatchSplit"/>: where a large batch is cut; null when it is read in one pass.</summary>
    public const string PlanParts = nameof(PlanParts);

    /// <summary><see cref="PartToCount"/> to <see cref="PartCounted"/>: counts one part of a large batch.</summary>
    public const string CountPart = nameof(CountPart);

    /// <summary><see cref="BatchArrival"/> to <see cref="BatchCounted"/>: counts a batch, and accepts it or puts it in quarantine.</summary>
    public const string CountBatch = nameof(CountBatch);

    /// <summary><see cref="BatchArrival"/> to <see cref="BatchJudged"/>: judges a counted batch and its windows, and names the cause.</summary>
    public const string JudgeBatch = nameof(JudgeBatch);

    /// <summary><see cref="PerformanceQuestion"/> to <see cref="BatchJudged"/>: holds labelled answers against the baseline.</summary>
    public const string JudgePerformance = nameof(JudgePerformance);

    /// <summary><see cref="BatchArrival"/> to <see cref="LabelsJoined"/>: joins labels that came before the batch.</summary>
    public const string JoinEarlyLabels = nameof(JoinEarlyLabels);

    /// <summary><see cref="LabelArrival"/> to <see cref="LabelsJoined"/>: joins a label file to predictions.</summary>
    public const string JoinLabels = nameof(JoinLabels);
}
