namespace Homeostat.Loop;

/// <summary>What a training job runs, and on what.</summary>
public sealed record TrainingJobOptions
{
    /// <summary>
    /// The command line; null: the built-in trainer. <c>${{inputs.training}}</c>, <c>${{outputs.model}}</c> and, for a warm start,
    /// <c>${{inputs.champion}}</c> stand for folders, <c>${{inputs.manifest}}</c> for the dataset's manifest in the first, <c>${{inputs.trials}}</c> for a number.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>Id of the code asset; null when the command needs none.</summary>
    public string? Code { get; init; }

    /// <summary>Id of the environment.</summary>
    public string? Environment { get; init; }

    /// <summary>Id of the compute; null: serverless.</summary>
    public string? Compute { get; init; }

    /// <summary>Size of the machine behind a deployment, and of a serverless job's. Default Standard_DS3_v2.</summary>
    public string InstanceType { get; init; } = "Standard_DS3_v2";

    /// <summary>Machines behind a deployment. Default 1.</summary>
    public int InstanceCount { get; init; } = 1;

    /// <summary>How the number of machines behind a deployment follows its load.</summary>
    public AutoscaleOptions Autoscale { get; init; } = new();

    /// <summary>Id of the environment of deployments; null: that of the deployment which has the traffic.</summary>
    public string? ServingEnvironment { get; init; }

    /// <summary>Id of the scoring code's asset; null: that of the deployment which has the traffic, if any.</summary>
    public string? ServingCode { get; init; }

    /// <summary>The file in <see cref="ServingCode"/> that scores. Default score.py.</summary>
    public string ServingScript { get; init; } = "score.py";
}
