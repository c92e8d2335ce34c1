namespace Homeostat.Loop;

/// <summary>
/// Storage of named byte strings, with <c>/</c> in names: files on one machine, blobs on Azure. Every write is conditional or an append; a reader
/// never sees half a write. Names are relative, without <c>.</c> and <c>..</c> parts.
/// </summary>
public interface IBlobStore
{
    /// <summary>The whole content; null when there is none.</summary>
    Task<Blob?> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>The content from an offset, as a stream to dispose; null when there is none. Grows of the blob after opening may or may not be seen.</summary>
    Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation);

    /// <summary>Writes the whole content if the condition holds, all or nothing.</summary>
    /// <returns>The new ETag; null when the condition did not hold and nothing was written.</returns>
    Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation);

    /// <summary>Appends if the blob's length is still the expected one (0: it may not exist yet), all or nothing, and durable on return.</summary>
    /// <returns>False when the length was another and nothing was written.</returns>
    Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation);

    /// <summary>Name, ETag, length and time of all blobs whose name starts with the prefix, in ordinal order of name.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation);

    /// <summary>What is known of one blob; null when there is none.</summary>
    Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Gives a blob another name, replacing what is there; false when there is none.</summary>
    Task<bool> MoveAsync(string from, string to, CancellationToken cancellation);

    /// <summary>Deletes a blob; false when there was none.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellation);
}
