namespace Homeostat.LocalHost;

/// <summary>Stable codes of the engine's errors; docs/errors.md explains each.</summary>
public static class EngineErrors
{
    /// <summary>Another host has the folder.</summary>
    public const string FolderInUse = "HS2101";

    /// <summary>A file in the folder is damaged.</summary>
    public const string FolderDamaged = "HS2102";

    /// <summary>The engine stopped, because it could not write or has a bug.</summary>
    public const string EngineStopped = "HS2103";
}
