using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs
{
    // What storage does is seen on Azurite; here it is enough that the calls fit.
    public class BlobServiceClient
    {
        public BlobServiceClient(string connectionString) => Place = connectionString;

        public BlobServiceClient(Uri serviceUri, TokenCredential credential) => Place = $"{serviceUri} {credential.GetType().Name}";

        internal string Place { get; }

        public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => new(new Uri($"https://slice/{blobContainerName}"), null!);
    }

    public class BlobContainerClient(Uri blobContainerUri, TokenCredential credential)
    {
        internal TokenCredential Credential => credential;

        public virtual string Name { get; } = blobContainerUri.AbsolutePath.Trim('/');

        public virtual BlobClient GetBlobClient(string blobName) => new(blobName);

        public virtual Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual AsyncPageable<BlobItem> GetBlobsAsync(BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    public class BlobClient(string name) : BlobBaseClient(name)
    {
        public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}

namespace Azure.Storage.Blobs.Specialized
{
    public class BlobBaseClient(string name)
    {
        public virtual string Name => name;

        public virtual Uri Uri => throw new NotSupportedException();

        public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(BlobRequestConditions conditions, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public virtual Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(BlobDownloadOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public virtual Task<Response<BlobProperties>> GetPropertiesAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public virtual Task<CopyFromUriOperation> StartCopyFromUriAsync(Uri source, BlobCopyFromUriOptions options, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public virtual Task<Response<bool>> DeleteIfExistsAsync(
            DeleteSnapshotsOption snapshotsOption = default, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    public class BlockBlobClient(string name) : BlobBaseClient(name)
    {
        public virtual Task<Response<BlockList>> GetBlockListAsync(
            BlockListTypes blockListTypes = default, string? snapshot = null, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public virtual Task<Response<BlockInfo>> StageBlockAsync(string base64BlockId, Stream content, byte[]? transactionalContentHash = null,
            BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<Response<BlobContentInfo>> CommitBlockListAsync(
            IEnumerable<string> base64BlockIds, CommitBlockListOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    public class AppendBlobClient(string name) : BlobBaseClient(name)
    {
        public virtual Task<Response<BlobContentInfo>> CreateAsync(AppendBlobCreateOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<Response<BlobAppendInfo>> AppendBlockAsync(Stream content, AppendBlobAppendBlockOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    public static class SpecializedBlobExtensions
    {
        public static BlockBlobClient GetBlockBlobClient(this BlobContainerClient client, string blobName) => new($"{client.Name}/{blobName}");

        public static AppendBlobClient GetAppendBlobClient(this BlobContainerClient client, string blobName) => new($"{client.Name}/{blobName}");
    }
}
