namespace Homeostat.Loop;

/// <summary>
/// Storage of named byte strings, with <c>/</c> in names: files on one machine, blobs on Azure. Every write is conditional or an append; a reader
/// never sees half of a write that is under way. Names are relative: no empty, <c>.</c> or <c>..</c> part, no backslash; the name of a blob is not
/// the folder of another. Failures that may pass, a full disk among them, are <see cref="TransientException"/>.
/// </summary>
public interface IBlobStore
{
    /// <summary>The whole content; null when there is none.</summary>
    Task<Blob?> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// The content from an offset, as a stream to dispose; empty from the end on; null when there is no blob. What is appended after opening may
    /// or may not be seen; a replaced or deleted blob is read on as it was.
    /// </summary>
    Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation);

    /// <summary>Writes the whole content if the condition holds, all or nothing, and durable on return.</summary>
    /// <returns>The new ETag; null when the condition did not hold and nothing was written.</returns>
    Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation);

    /// <summary>
    /// Appends if the blob's length is still the expected one (0: it may not exist yet), durable on return. Nothing is written of nothing.
    /// An append that throws leaves nothing; only a crash in its midst may leave its first bytes at the end of the blob (files do, Azure does not).
    /// So append records that tell their own end, as lines do, and cut off an unfinished last one with <see cref="TruncateAsync"/>.
    /// </summary>
    /// <returns>False when the length was another and nothing was written.</returns>
    Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation);

    /// <summary>Cuts a blob to its first bytes if it still has this ETag, durable on return.</summary>
    /// <param name="name">The blob.</param>
    /// <param name="length">Bytes to keep, at most its length.</param>
    /// <param name="eTag">The ETag it must still have.</param>
    /// <param name="cancellation">Ends the wait, not the cut.</param>
    /// <returns>False when it is gone or has another ETag and nothing was cut.</returns>
    Task<bool> TruncateAsync(string name, long length, string eTag, CancellationToken cancellation);

    /// <summary>Name, ETag, length and time of all blobs whose name starts with the prefix, in ordinal order of name.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation);

    /// <summary>What is known of one blob; null when there is none.</summary>
    Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Gives a blob another name, replacing what is there; false when there is none.</summary>
    Task<bool> MoveAsync(string from, string to, CancellationToken cancellation);

    /// <summary>Deletes a blob; false when there was none.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellation);
}
