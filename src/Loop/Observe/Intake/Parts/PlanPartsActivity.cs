using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Finds where a large batch can be cut; null: it is read in one pass.</summary>
internal sealed class PlanPartsActivity(LoopPorts ports) : IActivity<BatchArrival, BatchSplit?>
{
    public async Task<BatchSplit?> RunAsync(BatchArrival input, CancellationToken cancellation)
    {
        if (await ports.Store.FindAsync(input.Blob, cancellation) is not { } blob || blob.ETag != input.ETag) return null;
        return await BatchParts.SplitAsync((offset, ended) => ports.Store.OpenAsync(input.Blob, offset, ended), blob.Length, LargeBatch.PartBytes, cancellation);
    }
}
