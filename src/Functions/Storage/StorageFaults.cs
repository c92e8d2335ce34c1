using Azure;
using Azure.Storage.Blobs.Models;
using Homeostat.Loop;

namespace Homeostat.Functions;

/// <summary>What the storage account refuses: what may pass is transient, the rest says what to do.</summary>
internal static class StorageFaults
{
    /// <summary>Whether a condition did not hold: somebody else was faster.</summary>
    internal static bool IsCondition(RequestFailedException failed) =>
        failed.Status == 412 || Is(failed, BlobErrorCode.BlobAlreadyExists) || Is(failed, BlobErrorCode.InvalidBlockList);

    /// <summary>Whether it is of this kind; what never reached the service is of none.</summary>
    internal static bool Is(RequestFailedException failed, BlobErrorCode code) => failed.ErrorCode == code.ToString();

    internal static bool IsGone(RequestFailedException failed) => failed.Status == 404;

    /// <summary>The exception to throw instead; null when it is none of the storage account's.</summary>
    internal static Exception? Told(Exception e, string what, CancellationToken cancellation) => e switch
    {
        OperationCanceledException when !cancellation.IsCancellationRequested => Passing(what, "there was no answer in time", e),
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } or HttpRequestException or AggregateException => Passing(what, FirstLine(e), e),
        RequestFailedException { Status: 409 } => Passing(what, FirstLine(e), e),
        RequestFailedException { Status: 401 or 403 } => new IOException(
            $"{what} failed: {FirstLine(e)} Without access to its storage the loop can do nothing. Give the app's identity the role Storage Blob Data Owner on the account, and let its network reach it.", e),
        RequestFailedException => new IOException($"{what} failed: {FirstLine(e)} What was stored before is unchanged. Look at the storage account's health and settings.", e),
        _ => null,
    };

    private static TransientException Passing(string what, string why, Exception e) =>
        new($"{what} failed for now: {why} What was stored before is unchanged, or the write was done whole. It may be tried again as it is.", e);

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
