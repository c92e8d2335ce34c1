using System.Collections.Immutable;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>What a training gave.</summary>
/// <param name="Task">What the model answers.</param>
/// <param name="Rows">Rows learned from.</param>
/// <param name="Features">Columns learned from.</param>
/// <param name="Metrics">How it did, by name, on the latest rows by a model that had not seen them.</param>
public sealed record TrainingReport(TaskKind Task, int Rows, int Features, ImmutableSortedDictionary<string, double> Metrics)
{
    /// <summary>What a person should know: rows left out, columns not used, a champion that did not fit.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
