using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>What a file system refuses, told in three beats.</summary>
internal static class StorageErrors
{
    private const string Unchanged = "What was stored before is unchanged and nothing was half written.";

    /// <summary>The exception to throw instead; null when it is none of the file system's.</summary>
    internal static Exception? Told(Exception e, string what, string root) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => null,
        IOException when IsFull(e) => new TransientException(
            $"{what} failed: the disk is full. {Unchanged} Free some space for '{root}'; the next try goes through.", e),
        IOException when IsInUse(e) => new TransientException(
            $"{what} failed: another program keeps the file to itself. {Unchanged} It is tried again; if it stays, close that program.", e),
        UnauthorizedAccessException => new IOException(
            $"{what} failed: {Sentence(e)} {Unchanged} Give the account that runs this read and write access to '{root}', and nothing else the name of a blob.", e),
        IOException => new IOException($"{what} failed: {Sentence(e)} {Unchanged} Check the disk and the folder '{root}'.", e),
        _ => null,
    };

    /// <summary>Somebody else has it open and shares it with nobody: EAGAIN on Linux and macOS, sharing or lock violation on Windows.</summary>
    internal static bool IsInUse(Exception e) => e is IOException && e.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);

    // ENOSPC; EDQUOT on Linux and macOS; disk full and handle disk full on Windows.
    private static bool IsFull(Exception e) => e.HResult is 28 or 122 or 69 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    private static string Sentence(Exception e) => e.Message.EndsWith('.') ? e.Message : e.Message + ".";
}
