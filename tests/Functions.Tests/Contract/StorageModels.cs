using Azure.Core;

namespace Azure.Storage
{
    public struct StorageTransferOptions
    {
        public long? InitialTransferSize { get; set; }

        public long? MaximumTransferSize { get; set; }
    }
}

namespace Azure.Storage.Blobs.Models
{
    public enum BlobType
    {
        Block,
        Page,
        Append,
    }

    [Flags]
    public enum BlobTraits
    {
        None = 0,
    }

    [Flags]
    public enum BlobStates
    {
        None = 0,
    }

    [Flags]
    public enum BlockListTypes
    {
        Committed = 1,
    }

    public enum DeleteSnapshotsOption
    {
        None,
        IncludeSnapshots,
    }

    public readonly record struct BlobErrorCode(string Value)
    {
        public static BlobErrorCode BlobAlreadyExists => new(nameof(BlobAlreadyExists));

        public static BlobErrorCode InvalidBlockList => new(nameof(InvalidBlockList));

        public static BlobErrorCode ContainerNotFound => new(nameof(ContainerNotFound));

        public static BlobErrorCode BlockCountExceedsLimit => new(nameof(BlockCountExceedsLimit));

        public override string ToString() => Value;
    }

    public class BlobRequestConditions : RequestConditions;

    public class AppendBlobRequestConditions : BlobRequestConditions
    {
        public long? IfAppendPositionEqual { get; set; }
    }

    public class BlobUploadOptions
    {
        public BlobRequestConditions? Conditions { get; set; }

        public StorageTransferOptions TransferOptions { get; set; }
    }

    public class BlobDownloadOptions
    {
        public HttpRange Range { get; set; }
    }

    public class AppendBlobCreateOptions
    {
        public AppendBlobRequestConditions? Conditions { get; set; }
    }

    public class AppendBlobAppendBlockOptions
    {
        public AppendBlobRequestConditions? Conditions { get; set; }
    }

    public class CommitBlockListOptions
    {
        public BlobRequestConditions? Conditions { get; set; }
    }

    public class BlobCopyFromUriOptions
    {
        public BlobRequestConditions? SourceConditions { get; set; }
    }

    public record BlobContentInfo(ETag ETag);

    public record BlobAppendInfo(ETag ETag);

    public record BlockInfo;

    public record BlobContainerInfo;

    public record BlobDownloadDetails(ETag ETag);

    public record BlobDownloadResult(BinaryData Content, BlobDownloadDetails Details);

    public record BlobDownloadStreamingResult(Stream Content);

    public enum CopyStatus
    {
        Pending,
        Success,
        Aborted,
        Failed,
    }

    public record BlobProperties(ETag ETag, long ContentLength, DateTimeOffset LastModified, BlobType BlobType, string CopyId, CopyStatus CopyStatus);

    public record BlobItemProperties(ETag? ETag, long? ContentLength, DateTimeOffset? LastModified);

    public record BlobItem(string Name, BlobItemProperties Properties);

    public record BlobBlock(string Name, long SizeLong);

    public record BlockList(IEnumerable<BlobBlock> CommittedBlocks);

    public abstract class CopyFromUriOperation : Operation<long>;
}
