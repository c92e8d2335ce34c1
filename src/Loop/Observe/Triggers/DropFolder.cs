namespace Homeostat.Loop;

/// <summary>A folder where files are dropped, and what takes them.</summary>
/// <param name="Prefix">The folder.</param>
/// <param name="Orchestrator">What is started for each file.</param>
/// <param name="InstanceOf">The instance's id, from model and file id.</param>
/// <param name="CatalogOf">Where files that were taken are entered, from the model.</param>
/// <param name="Input">The instance's input, from model and file.</param>
internal sealed record DropFolder(
    string Prefix, string Orchestrator, Func<string, string, string> InstanceOf, Func<string, string> CatalogOf, Func<string, BlobEntry, object> Input)
{
    internal static DropFolder Batches { get; } = new("batches/", BatchOrchestrator.Name, BatchOrchestrator.InstanceOf, StateNames.BatchesOf,
        (model, blob) => new BatchArrival(model, blob.Name, blob.ETag, blob.ModifiedAt) { Bytes = blob.Length });

    internal static DropFolder Labels { get; } = new("labels/", LabelsOrchestrator.Name, LabelsOrchestrator.InstanceOf, StateNames.LabelFilesOf,
        (model, blob) => new LabelArrival(model, blob.Name, blob.ETag, blob.ModifiedAt));
}
