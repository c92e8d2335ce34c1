namespace Homeostat.Loop;

/// <summary>When a batch is counted in parts, and how they are counted side by side.</summary>
internal static class LargeBatch
{
    /// <summary>Smaller ones are counted in one pass before others would have started.</summary>
    internal const long AtLeastBytes = 256L << 20;

    /// <summary>As much as one activity counts in some seconds, and as its temporary copy takes.</summary>
    internal const long PartBytes = 64L << 20;

    /// <summary>The batch with its parts counted, or as it was when it is read in one pass.</summary>
    internal static async Task<BatchArrival> CountPartsAsync(OrchestrationContext context, BatchArrival input, TaskRetryOptions retry)
    {
        // Arrivals of hosts before this one have no length: their histories know no parts.
        if (input.Bytes is not >= AtLeastBytes) return input;
        if (await context.CallActivityAsync<Batches.BatchSplit?>(ActivityNames.PlanParts, input, retry) is not { } split) return input;
        var counts = Enumerable.Range(0, split.Count).Select(part => context.CallActivityAsync<PartCounted>(ActivityNames.CountPart, new PartToCount(input, split, part), retry));
        return input with { Parts = await Task.WhenAll(counts) };
    }
}
