using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Registered models of one workspace; their folders are read from the loop's storage when they lie there.</summary>
internal sealed class AzureMLModels(ModelVersions versions, Artifacts artifacts) : IModelRegistry
{
    public async Task<ModelVersion?> GetAsync(string model, string version, CancellationToken cancellation)
    {
        if (await versions.FindAsync(model, version, cancellation) is not { } read) return null;
        string? uri = read.Properties["modelUri"].Text();
        return new ModelVersion(model, version, await artifacts.SizeAsync(uri, cancellation))
        {
            Fingerprint = await artifacts.FingerprintAsync(uri, cancellation),
            Metrics = await artifacts.MetricsAsync(uri, cancellation),
        };
    }
}
