using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>A platform on which no job is run.</summary>
internal sealed class NoJobs : ITrainingJobs
{
    public Task SubmitAsync(TrainingJobRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<TrainingJobState?> GetAsync(string name, CancellationToken cancellation) => Task.FromResult<TrainingJobState?>(null);

    public Task CancelAsync(string name, CancellationToken cancellation) => Task.CompletedTask;
}
