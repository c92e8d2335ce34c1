using System.Security.Cryptography;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>A batch's file, copied once to where it can be read several times, with the hash of its bytes.</summary>
internal sealed class BatchFile : IDisposable
{
    private BatchFile(BatchInput input, string hash) => (Input, ContentHash) = (input, hash);

    internal BatchInput Input { get; }

    /// <summary>SHA-256, in hex.</summary>
    internal string ContentHash { get; }

    /// <summary>The file; null when it is gone.</summary>
    /// <exception cref="BadInputException">It is damaged.</exception>
    /// <exception cref="TransientException">There is no room to read it.</exception>
    internal static async Task<BatchFile?> OpenAsync(IBlobStore store, string name, CancellationToken cancellation)
    {
        await using var stream = await store.OpenAsync(name, 0, cancellation);
        if (stream is null) return null;
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Read, leaveOpen: true);
        try
        {
            return new BatchFile(BatchInput.FromStream(hashed, name), Convert.ToHexStringLower(hash.Hash!));
        }
        catch (BadInputException e) when (e.Code == ErrorCodes.NoAccess)
        {
            // Not the batch's fault: a full disk passes.
            throw new TransientException(e.Message, e);
        }
    }

    public void Dispose() => Input.Dispose();
}
