using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>Small files, with what can go wrong with them in words.</summary>
internal static class Files
{
    internal static byte[] Bytes(string path, string what)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(ErrorCodes.FileMissing, $"{what} '{path}' does not exist.", "It is needed to go on.", "Check the path; relative paths start at the current folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NoAccess(path, e);
        }
    }

    internal static BadInputException NoAccess(string path, Exception cause) => new(
        ErrorCodes.NoAccess, $"'{path}' cannot be used: {cause.Message.TrimEnd('.')}.", "It is needed whole.", "Check permissions, the space on the disk, and that the path is what it should be.");
}
