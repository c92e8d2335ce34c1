using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Every version that is asked for is registered.</summary>
internal sealed class FakeModels : IModelRegistry
{
    public Task<ModelVersion?> GetAsync(string model, string version, CancellationToken cancellation) =>
        Task.FromResult<ModelVersion?>(new ModelVersion(model, version, 1_000_000));
}
