using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What may start a retraining, each with its own switch.</summary>
public sealed record TriggerOptions
{
    /// <summary>Times at which a retraining starts whatever the verdicts say; cron of five fields, UTC; null: never. Default null.</summary>
    public string? Schedule { get; init; }

    /// <summary>A confirmed drift that triage calls covariate shift or concept drift. Default on.</summary>
    public bool Drift { get; init; } = true;

    /// <summary>A confirmed loss of performance with labels. Default on.</summary>
    public bool Performance { get; init; } = true;

    /// <summary>So many rows newly labelled since the champion was trained; null: off. Default null.</summary>
    public long? NewLabels { get; init; }

    /// <summary>A person or a pipeline asking. Default on.</summary>
    public bool Manual { get; init; } = true;
}
