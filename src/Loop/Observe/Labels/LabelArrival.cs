namespace Homeostat.Loop;

/// <summary>A label file that arrived: input of <see cref="LabelsOrchestrator"/>.</summary>
/// <param name="Model">The model that its path names.</param>
/// <param name="Blob">The file.</param>
/// <param name="ETag">Its ETag.</param>
/// <param name="ArrivedAt">When, UTC.</param>
public sealed record LabelArrival(string Model, string Blob, string ETag, DateTimeOffset ArrivedAt)
{
    /// <summary>Its id: the same for the same content at the same place.</summary>
    public string File => BatchId.Of(Blob, ETag);
}
