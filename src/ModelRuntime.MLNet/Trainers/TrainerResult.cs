using System.Collections.Immutable;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>What a search found.</summary>
/// <param name="Model">The model, of all rows.</param>
/// <param name="Settings">The settings it was fitted with.</param>
/// <param name="Metrics">How the same settings did on the latest rows, unseen; empty when there were too few.</param>
internal sealed record TrainerResult(TrainedModel Model, TrainerSettings Settings, ImmutableSortedDictionary<string, double> Metrics);
