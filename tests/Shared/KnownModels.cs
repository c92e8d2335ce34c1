using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>A registry of the versions it is given.</summary>
internal sealed class KnownModels : IModelRegistry
{
    internal Dictionary<string, ModelVersion> Versions { get; } = [];

    public Task<ModelVersion?> GetAsync(string model, string version, CancellationToken cancellation) => Task.FromResult(Versions.GetValueOrDefault(version));
}
