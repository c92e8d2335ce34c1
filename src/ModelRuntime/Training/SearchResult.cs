using System.Collections.Immutable;

namespace Homeostat.ModelRuntime;

/// <summary>What a search found.</summary>
/// <param name="Fit">The model on all rows.</param>
/// <param name="Options">The settings it was fitted with.</param>
/// <param name="Metrics">How the same settings did on the latest rows, unseen; empty when there were too few.</param>
/// <param name="Trials">All that was tried.</param>
internal sealed record SearchResult(Fit Fit, FitOptions Options, ImmutableSortedDictionary<string, double> Metrics, ImmutableArray<Trial> Trials);
