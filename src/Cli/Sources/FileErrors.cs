using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>What can be wrong with files around the data.</summary>
internal static class FileErrors
{
    internal static BadInputException Missing(string path, string what) => new(ErrorCodes.FileMissing,
        $"{what} '{path}' does not exist.",
        "Going on without it would give another answer than the one asked for.",
        "Check the path; relative paths start at the current folder.");

    internal static BadInputException NoAccess(string path, Exception cause) => new(ErrorCodes.NoAccess,
        $"'{path}' cannot be read: {Cause(cause)}",
        "It is needed whole.",
        "Check permissions and that the path is a file.");

    internal static BadInputException NotWritable(string path, string cause) => new(ErrorCodes.NoAccess,
        $"'{path}' cannot be written: {cause}",
        "Counting is not begun when its result cannot be kept.",
        "Name a file in a folder that exists and that you may write to.");

    internal static string Cause(Exception cause) => cause.Message.TrimEnd('.') + ".";
}
