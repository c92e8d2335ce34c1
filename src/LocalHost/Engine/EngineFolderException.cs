namespace Homeostat.LocalHost;

/// <summary>An engine's folder cannot be used: another host has it, or a file in it is damaged.</summary>
public sealed class EngineFolderException : Exception
{
    private EngineFolderException(string code, string message, Exception? inner = null) : base($"{code}: {message}", inner) => Code = code;

    /// <summary>The stable code; docs/errors.md explains it.</summary>
    public string Code { get; }

    internal static EngineFolderException InUse(string folder, string? holder, Exception inner) => new(
        EngineErrors.FolderInUse,
        $"The folder '{folder}' is in use by another host{(holder is null ? "" : $": {holder}")}. Two hosts would run the same activities twice and overwrite each other's "
            + "histories. Stop the other one, or give this one a folder of its own.",
        inner);

    internal static EngineFolderException Damaged(string path, int line, string what) => new(
        EngineErrors.FolderDamaged,
        $"'{path}', line {line} is damaged. What it said was acknowledged and cannot be told any more, so running on this {what} could do "
            + "things twice or not at all. Restore the folder from a backup, or move the file elsewhere to go on without it.");

    internal static EngineFolderException Short(string path, long length, long expected) => new(
        EngineErrors.FolderDamaged,
        $"'{path}' has {length} bytes and should have at least {expected}. Part of an acknowledged history is gone, so running on the rest "
            + "could do things twice. Restore the folder from a backup, or move the file and the folder 'log' elsewhere to go on without it.");
}
