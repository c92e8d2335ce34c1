namespace Homeostat.Loop;

/// <summary>A deployment to be made.</summary>
/// <param name="Name">The deployment: lower-case letters, digits and <c>-</c>, at most 32.</param>
/// <param name="Model">The registered model.</param>
/// <param name="ModelVersion">Its version.</param>
public sealed record DeploymentRequest(string Name, string Model, string ModelVersion)
{
    /// <summary>Size of the machine.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Number of machines.</summary>
    public int InstanceCount { get; init; } = 1;

    /// <summary>Id of the environment; null: that of the deployment which has the traffic.</summary>
    public string? Environment { get; init; }

    /// <summary>Id of the scoring code's asset; null: that of the deployment which has the traffic, if any.</summary>
    public string? Code { get; init; }

    /// <summary>The file in <see cref="Code"/> that scores; of no use without it.</summary>
    public string? ScoringScript { get; init; }

    /// <summary>How the number of machines follows the load; null: it stays as it is.</summary>
    public AutoscaleOptions? Autoscale { get; init; }

    /// <summary>Whether the service logs whole requests and responses of it: <see cref="CollectorOptions.Payloads"/>.</summary>
    public bool Payloads { get; init; }

    internal static DeploymentRequest Of(string name, string model, string version, ModelPolicy policy) => Of(name, model, version, policy.Retrain.Job) with { Payloads = policy.Collector.Payloads };

    private static DeploymentRequest Of(string name, string model, string version, TrainingJobOptions job) => new(name, model, version)
    {
        InstanceType = job.InstanceType,
        InstanceCount = job.InstanceCount,
        Environment = job.ServingEnvironment,
        Code = job.ServingCode,
        ScoringScript = job.ServingScript,
        Autoscale = job.Autoscale.By is null ? null : job.Autoscale,
    };
}
