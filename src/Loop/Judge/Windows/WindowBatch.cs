namespace Homeostat.Loop;

/// <summary>A judged batch, as windows over batches see it.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="At">When it arrived, or the end of its collector hour, UTC.</param>
/// <param name="Fingerprint">Blob name of its fingerprint.</param>
/// <param name="FingerprintHash">SHA-256 of that blob, in hex.</param>
/// <param name="ReferenceHash">SHA-256 of the reference it was counted against, in hex.</param>
public sealed record WindowBatch(string Batch, DateTimeOffset At, string Fingerprint, string FingerprintHash, string ReferenceHash)
{
    /// <summary>Whether it broke a quality rule; then it belongs to no window.</summary>
    public bool IsQuarantined { get; init; }
}
