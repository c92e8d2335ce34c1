namespace Homeostat.Loop;

/// <summary>Who may write a model's traffic around its controller; at most one at a time.</summary>
/// <param name="Owner">Id of the rollback that holds it.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Until">When it ends by itself, UTC; passed: nobody holds it.</param>
internal sealed record ModelLease(string Owner, string By, DateTimeOffset Until)
{
    /// <summary>What the controller decided before, UTC, is not written any more: a holder wrote traffic, or may be about to. Null: none ever did.</summary>
    public DateTimeOffset? Fence { get; init; }
}
