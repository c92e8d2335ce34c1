using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>What a server needs of a model folder.</summary>
/// <param name="Info">What it says of itself.</param>
/// <param name="Model">The model.</param>
/// <param name="Reference">Counts of its training data: they say how values are read.</param>
internal sealed record ServedModel(ArtifactInfo Info, IModel Model, Fingerprint Reference)
{
    /// <summary>One coder a feature, in the model's order.</summary>
    internal FeatureCoder[] Coders()
    {
        var columns = Reference.Columns.ToDictionary(column => column.Schema.Name, StringComparer.Ordinal);
        return Array.ConvertAll(Model.Shapes, shape => new FeatureCoder(shape, columns[shape.Name], Reference.Schema.MissingTokens));
    }
}
