namespace Homeostat.Loop;

/// <summary>A training job to be run.</summary>
/// <param name="Name">Its name, which also makes it run at most once.</param>
/// <param name="Model">The model it trains.</param>
/// <param name="Job">What it runs.</param>
/// <param name="Data">Blob name of the dataset's manifest.</param>
public sealed record TrainingJobRequest(string Name, string Model, TrainingJobOptions Job, string Data)
{
    /// <summary>SHA-256 of the dataset, in hex.</summary>
    public required string DataHash { get; init; }

    /// <summary>From nothing, or from <see cref="WarmStartFrom"/>.</summary>
    public TrainingMode Mode { get; init; }

    /// <summary>Version of the champion a warm start begins with.</summary>
    public string? WarmStartFrom { get; init; }

    /// <summary>Settings tried at random.</summary>
    public int SearchTrials { get; init; } = 1;

    /// <summary>The platform ends a job that runs longer, should the loop not be there to cancel it; null: it does not.</summary>
    public TimeSpan? TimeLimit { get; init; }
}
