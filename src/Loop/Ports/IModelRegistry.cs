namespace Homeostat.Loop;

/// <summary>Registered model versions.</summary>
public interface IModelRegistry
{
    /// <summary>A version; null when there is none.</summary>
    Task<ModelVersion?> GetAsync(string model, string version, CancellationToken cancellation);
}
