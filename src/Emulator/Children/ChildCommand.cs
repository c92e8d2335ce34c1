namespace Homeostat.Emulator;

/// <summary>A process to be run.</summary>
/// <param name="Line">The command line, as a shell takes it.</param>
/// <param name="Folder">Where it runs.</param>
/// <param name="Log">The file that gets what it prints, behind what is there.</param>
internal sealed record ChildCommand(string Line, string Folder, string Log)
{
    /// <summary>Variables besides those of the emulator itself.</summary>
    internal IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
