namespace Homeostat.Loop;

/// <summary>Training jobs.</summary>
public interface ITrainingJobs
{
    /// <summary>Submits a job. A second submission under the same name changes nothing: at most one job a name.</summary>
    Task SubmitAsync(TrainingJobRequest request, CancellationToken cancellation);

    /// <summary>The job as it reads now; null when there is none.</summary>
    Task<TrainingJobState?> GetAsync(string name, CancellationToken cancellation);

    /// <summary>Cancels a job; nothing happens when it has ended.</summary>
    Task CancelAsync(string name, CancellationToken cancellation);
}
