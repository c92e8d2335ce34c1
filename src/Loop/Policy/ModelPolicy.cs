using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What the loop may do to one model, and when: one JSON file a model, <c>policies/{model}.json</c>. Everything but the two names has a default.</summary>
public sealed record ModelPolicy
{
    /// <summary>The model's name: letters, digits, <c>-</c> and <c>_</c>, a letter or digit first, at most 64; names its folders in storage.</summary>
    public required string Model { get; init; }

    /// <summary>The managed online endpoint that serves it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What the model is for, for people; null: nothing said. Default null.</summary>
    public string? Description { get; init; }

    /// <summary>Types and roles of columns; what it leaves out is inferred from the reference.</summary>
    public SchemaOverrides Schema { get; init; } = SchemaOverrides.None;

    /// <summary>What may start a retraining.</summary>
    public TriggerOptions Triggers { get; init; } = new();

    /// <summary>When a batch or a window has drifted.</summary>
    public JudgeOptions Judge { get; init; } = new();

    /// <summary>What a batch must satisfy to be judged and trained on.</summary>
    public QualityOptions Quality { get; init; } = new();

    /// <summary>What labels must satisfy to be judged and trained by.</summary>
    public LabelOptions Labels { get; init; } = new();

    /// <summary>When the hours of a data collector become batches.</summary>
    public CollectorOptions Collector { get; init; } = new();

    /// <summary>Which cause is named for what was judged.</summary>
    public TriageOptions Triage { get; init; } = new();

    /// <summary>When a model is told to get no data, or another amount of it.</summary>
    public HealthOptions Health { get; init; } = new();

    /// <summary>How a challenger is trained.</summary>
    public RetrainOptions Retrain { get; init; } = new();

    /// <summary>What a challenger must show before it sees traffic.</summary>
    public GateOptions Gates { get; init; } = new();

    /// <summary>How traffic moves to a challenger.</summary>
    public RolloutOptions Rollout { get; init; } = new();

    /// <summary>How long a promoted challenger is watched while the old deployment stays warm.</summary>
    public BakeOptions Bake { get; init; } = new();

    /// <summary>How much retraining may cost, and who is asked.</summary>
    public GovernorOptions Governor { get; init; } = new();

    /// <summary>Where the circuit breaker sends traffic.</summary>
    public FallbackOptions Fallback { get; init; } = new();
}
