using System.CommandLine;
using Homeostat.Batches;
using Homeostat.LocalHost;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>The folder in which a host keeps everything: policies, batches, journals, state.</summary>
internal static class StateFolder
{
    /// <summary>Where it is unless --state says otherwise.</summary>
    internal const string Default = "./homeostat";

    /// <summary>The option that names it; made anew for each command, as an option remembers its parents.</summary>
    internal static Option<string> Option() => new("--state", "--folder")
    {
        HelpName = "FOLDER",
        Description = "The folder of the host.",
        DefaultValueFactory = _ => Default,
    };

    /// <summary>Opens it to be looked at, beside whatever host runs on it.</summary>
    internal static FileBlobStore Open(string folder) =>
        Directory.Exists(folder) ? new FileBlobStore(folder, TimeProvider.System) : throw FileErrors.Missing(folder, "The state folder");

    /// <summary>Reads there; what the disk refuses and what is damaged ends in three beats.</summary>
    internal static int Read(string folder, string model, Func<FileBlobStore, Task<int>> read)
    {
        try
        {
            return read(Open(folder)).GetAwaiter().GetResult();
        }
        catch (InvalidDataException damaged)
        {
            throw new BadInputException(ErrorCodes.JournalDamaged,
                $"The journal of {model} cannot be read on: {damaged.Message}", "Whatever came after it is not shown.", $"Run homeostat journal {model} --verify, and restore the file that it names.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or TransientException)
        {
            throw FileErrors.NoAccess(folder, refused);
        }
    }
}
