using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>All that a model folder holds.</summary>
/// <param name="Info">What it says of itself.</param>
/// <param name="Model">The model.</param>
/// <param name="Reference">Counts of its training data.</param>
/// <param name="Metrics">How it did when it was trained.</param>
internal sealed record ModelArtifact(ArtifactInfo Info, Model Model, Fingerprint Reference, ImmutableSortedDictionary<string, double> Metrics)
{
    internal ServedModel Served => new(Info, Model, Reference);
}
