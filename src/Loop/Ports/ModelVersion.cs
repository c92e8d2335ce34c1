using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>A registered version of a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version.</param>
/// <param name="ArtifactBytes">Size of the artifact.</param>
public sealed record ModelVersion(string Model, string Version, long ArtifactBytes)
{
    /// <summary>The fingerprint of its training data, as a fingerprint file; empty when the trainer left none.</summary>
    public ReadOnlyMemory<byte> Fingerprint { get; init; }

    /// <summary>Metrics its trainer reported, by name.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}
