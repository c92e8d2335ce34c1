namespace Homeostat.Loop;

/// <summary>What a training job runs, and on what.</summary>
public sealed record TrainingJobOptions
{
    /// <summary>The command line; null: the built-in trainer. <c>${{inputs.training}}</c> and <c>${{outputs.model}}</c> stand for folders.</summary>
    public string? Command { get; init; }

    /// <summary>Id of the code asset; null when the command needs none.</summary>
    public string? Code { get; init; }

    /// <summary>Id of the environment.</summary>
    public string? Environment { get; init; }

    /// <summary>Id of the compute; null: serverless.</summary>
    public string? Compute { get; init; }

    /// <summary>Size of the machine behind a deployment. Default Standard_DS3_v2.</summary>
    public string InstanceType { get; init; } = "Standard_DS3_v2";

    /// <summary>Machines behind a deployment. Default 1.</summary>
    public int InstanceCount { get; init; } = 1;
}
