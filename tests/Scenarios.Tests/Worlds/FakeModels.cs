using System.Collections.Concurrent;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Every version that is asked for is registered: the first was trained in calm air, the others when the wind had risen.</summary>
internal sealed class FakeModels : IModelRegistry
{
    // Counted once for all stories.
    private static readonly ConcurrentDictionary<bool, byte[]> _fingerprints = [];

    public Task<ModelVersion?> GetAsync(string model, string version, CancellationToken cancellation) =>
        Task.FromResult<ModelVersion?>(new ModelVersion(model, version, 1_000_000) { Fingerprint = _fingerprints.GetOrAdd(version == "1", Fingerprint) });

    private static byte[] Fingerprint(bool calm) => (calm ? new FlightRows(4000, 1) : new FlightRows(4000, 7) { Wind = 8 }).Fingerprint();
}
