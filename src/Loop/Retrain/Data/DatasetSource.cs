namespace Homeostat.Loop;

/// <summary>Labelled rows of one batch, where they lie.</summary>
/// <param name="Batch">The batch's id.</param>
/// <param name="Rows">Its file, with the hash of its bytes.</param>
/// <param name="First">The first of its labelled rows, counted from 0.</param>
/// <param name="Count">How many.</param>
public sealed record DatasetSource(string Batch, BlobReference Rows, long First, long Count)
{
    /// <summary>Labels that came apart from the rows, a CSV of <c>id</c> and <c>label</c>; they go before the rows' own. Null: there are none.</summary>
    public BlobReference? Labels { get; init; }
}
