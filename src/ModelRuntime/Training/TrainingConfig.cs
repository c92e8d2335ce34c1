using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>How a model is trained.</summary>
internal sealed record TrainingConfig
{
    /// <summary>Types and roles of columns, and what stands for no value.</summary>
    public SchemaOverrides Schema { get; init; } = SchemaOverrides.None;

    /// <summary>What is answered; null: told by the labels.</summary>
    public TaskKind? Task { get; init; }

    /// <summary>Bins of a numeric column, about. Default 64.</summary>
    public int Bins { get; init; } = 64;

    /// <summary>Pulls every weight towards none, in rows. Default 1.</summary>
    public double Ridge { get; init; } = 1;

    /// <summary>Pulls each bin of a number towards the column's straight line, in rows; null: chosen by the latest rows.</summary>
    public double? Straightening { get; init; }

    /// <summary>How much a row of each class counts; classes not named count 1. Empty by default.</summary>
    public IReadOnlyDictionary<string, double> ClassWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether each class counts the same in sum. Default false.</summary>
    public bool Balanced { get; init; }

    /// <summary>The latest part of the rows, kept to measure and to choose among trials, 0 to 0.5. Default 0.2.</summary>
    public double Validation { get; init; } = 0.2;

    /// <summary>Of more rows than this a seeded sample is learned from: memory is bounded. Default 10 million.</summary>
    public int MostRows { get; init; } = 10_000_000;
}
