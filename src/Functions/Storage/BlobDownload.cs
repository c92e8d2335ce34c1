using Homeostat.Batches;

namespace Homeostat.Functions;

/// <summary>A blob on its way here, forward only. What breaks on the way is told as every other failure of the store.</summary>
internal sealed class BlobDownload(Stream inner, string name) : ForwardStream
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return inner.Read(buffer, offset, count);
        }
        catch (Exception e) when (Told(e, CancellationToken.None) is { } told)
        {
            throw told;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (Told(e, cancellationToken) is { } told)
        {
            throw told;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // A connection that breaks in the midst of a download is an IOException.
    private Exception? Told(Exception e, CancellationToken cancellation) => e is IOException
        ? new Loop.TransientException($"Reading '{name}' broke off: {e.Message} Nothing was changed. It may be read again from its start.", e)
        : StorageFaults.Told(e, $"Reading '{name}'", cancellation);
}
