namespace Homeostat.Loop;

/// <summary>Registers the loop's orchestrators and activities: what every host runs.</summary>
public static class LoopTasks
{
    /// <summary>The controller, and its activities that touch endpoint, jobs, journal and policy.</summary>
    public static TaskRegistry AddControl(this TaskRegistry registry, LoopPorts ports)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(ports);
        return registry.AddOrchestrator(ControllerOrchestrator.Name, () => new ControllerOrchestrator()).AddControlActivities(ports);
    }

    internal static TaskRegistry AddControlActivities(this TaskRegistry registry, LoopPorts ports)
    {
        AddPolicyAndJournal(registry, ports);
        AddEndpoint(registry, ports);
        AddJobs(registry, ports);
        return registry;
    }

    /// <summary>Batches, labels, datasets, evaluation and promotion: the orchestrators and activities that read and write data.</summary>
    public static TaskRegistry AddData(this TaskRegistry registry, LoopPorts ports)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(ports);
        return registry
            .AddOrchestrator(BatchOrchestrator.Name, () => new BatchOrchestrator())
            .AddOrchestrator(LabelsOrchestrator.Name, () => new LabelsOrchestrator())
            .AddActivity(ActivityNames.PlanParts, new PlanPartsActivity(ports))
            .AddActivity(ActivityNames.CountPart, new CountPartActivity(ports))
            .AddActivity(ActivityNames.CountBatch, new CountBatchActivity(ports))
            .AddActivity(ActivityNames.JudgeBatch, new JudgeBatchActivity(ports))
            .AddActivity(ActivityNames.JudgePerformance, new JudgePerformanceActivity(ports))
            .AddActivity(ActivityNames.JoinLabels, new JoinLabelsActivity(ports))
            .AddActivity(ActivityNames.JoinEarlyLabels, new JoinEarlyLabelsActivity(ports))
            .AddActivity(ActivityNames.AssembleDataset, new AssembleDatasetActivity(ports))
            .AddActivity(ActivityNames.Evaluate, new EvaluateActivity(ports))
            .AddActivity(ActivityNames.Promote, new PromoteActivity(ports))
            .AddActivity(ActivityNames.ReadWindow, new ReadWindowActivity(ports));
    }

    private static void AddPolicyAndJournal(TaskRegistry registry, LoopPorts ports)
    {
        var policies = new PolicyStore(ports.Store);
        registry.AddActivity(ActivityNames.ReadPolicy, Of<string, PolicySnapshot?>(policies.ReadAsync));
        registry.AddActivity(ActivityNames.AppendJournal, Of<JournalEntry, long>(async (entry, cancellation) =>
            (await ports.Journal.AppendAsync(entry, cancellation)).Sequence));
    }

    private static void AddEndpoint(TaskRegistry registry, LoopPorts ports)
    {
        var endpoints = ports.Endpoints;
        registry.AddActivity(ActivityNames.ReadEndpoint, Of<string, EndpointState?>(endpoints.GetAsync));
        registry.AddActivity(ActivityNames.SetTraffic, new SetTrafficActivity(ports));
        registry.AddActivity(ActivityNames.FindDirectRollback, new FindDirectRollbackActivity(ports));
        registry.AddActivity(ActivityNames.Deploy, Done<DeployInput>((deploy, cancellation) => endpoints.DeployAsync(deploy.Endpoint, deploy.Request, cancellation)));
        registry.AddActivity(ActivityNames.DeleteDeployment, Done<DeploymentName>((name, cancellation) =>
            endpoints.DeleteDeploymentAsync(name.Endpoint, name.Deployment!, cancellation)));
        registry.AddActivity(ActivityNames.Probe, new ProbeActivity(ports));
    }

    private static void AddJobs(TaskRegistry registry, LoopPorts ports)
    {
        registry.AddActivity(ActivityNames.SubmitJob, Done<TrainingJobRequest>(ports.Jobs.SubmitAsync));
        registry.AddActivity(ActivityNames.ReadJob, Of<string, TrainingJobState?>(ports.Jobs.GetAsync));
        registry.AddActivity(ActivityNames.CancelJob, Done<string>(ports.Jobs.CancelAsync));
    }

    private static Activity<TInput, TOutput> Of<TInput, TOutput>(Func<TInput, CancellationToken, Task<TOutput>> run) => new(run);

    private static Activity<TInput, bool> Done<TInput>(Func<TInput, CancellationToken, Task> run) => new(async (input, cancellation) =>
    {
        await run(input, cancellation);
        return true;
    });
}
