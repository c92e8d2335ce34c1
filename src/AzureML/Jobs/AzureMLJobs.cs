using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Command jobs of one workspace. The model that a job leaves behind is registered when its end is first seen.</summary>
internal sealed class AzureMLJobs(ArmService arm, WorkspaceIds ids, AzureMLOptions options, ModelVersions versions, Artifacts artifacts) : ITrainingJobs
{
    public async Task SubmitAsync(TrainingJobRequest request, CancellationToken cancellation)
    {
        if (await ReadAsync(request.Name, cancellation) is not null) return;
        var call = new ArmCall($"submit the job '{request.Name}'");
        string? champion = request.WarmStartFrom is { } version ? await ChampionAsync(request.Model, version, cancellation) : null;
        // False: somebody submitted it in the meantime, which is as good.
        await arm.PutNewAsync(call, ids.Job(request.Name), JobBody.Of(request, Filled(request.Job, champion is not null), champion, ids, options), cancellation);
    }

    public async Task<TrainingJobState?> GetAsync(string name, CancellationToken cancellation)
    {
        if (await ReadAsync(name, cancellation) is not { } read) return null;
        var state = JobReading.Of(name, read.Properties);
        return state.Status == TrainingJobStatus.Completed ? state with { ModelVersion = await RegisterAsync(name, read, cancellation) } : state;
    }

    public async Task CancelAsync(string name, CancellationToken cancellation)
    {
        if (await ReadAsync(name, cancellation) is not { } read || JobReading.Of(name, read.Properties).Status != TrainingJobStatus.Running) return;
        try
        {
            await arm.PostAsync(new ArmCall($"cancel the job '{name}'"), ids.Job(name), "cancel", null, cancellation);
        }
        catch (AzureMLException ended) when (ended.Code == AzureMLErrors.Refused)
        {
            // It ended between the two requests: a job that has ended cannot be cancelled.
            if (await ReadAsync(name, cancellation) is { } after && JobReading.Of(name, after.Properties).Status == TrainingJobStatus.Running) throw;
        }
    }

    private Task<ArmAnswer?> ReadAsync(string name, CancellationToken cancellation) => arm.GetAsync(new ArmCall($"read the job '{name}'"), ids.Job(name), cancellation);

    // A policy's own command does not run in the built-in trainer's environment.
    private TrainingJobOptions Filled(TrainingJobOptions job, bool hasChampion)
    {
        var trainer = options.Trainer;
        job = job with { Compute = job.Compute ?? trainer.Compute };
        return job.Command is not null ? job : job with
        {
            Command = trainer.Command ?? BuiltInTrainer.Command(hasChampion, [.. options.Folders.Keys]),
            Code = job.Code ?? trainer.Code,
            Environment = job.Environment ?? trainer.Environment,
        };
    }

    // A champion that is not registered, or not with a folder, cannot be begun with; the trainer begins with nothing then.
    private async Task<string?> ChampionAsync(string model, string version, CancellationToken cancellation) =>
        (await versions.FindAsync(model, version, cancellation))?.Properties["modelUri"].Text();

    /// <summary>The version of the model that the job left; null when it left none, though it ended well.</summary>
    private async Task<string?> RegisterAsync(string name, ArmAnswer job, CancellationToken cancellation)
    {
        if (job.Properties["tags"]?[JobBody.ModelTag].Text() is not { } model) return null;
        string uri = job.Properties["outputs"]?[JobBody.Output]?["uri"].Text() ?? Artifacts.UriOf(options.DataRoot, model, name);
        return await artifacts.SizeAsync(uri, cancellation) > 0 ? await versions.RegisterAsync(model, name, uri, cancellation) : null;
    }
}
