using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Policy files on the command line.</summary>
internal static class PolicySource
{
    private const string What = "The policy file";

    /// <summary>The thresholds behind --policy; no path is the defaults.</summary>
    internal static DriftOptions Thresholds(string? path) =>
        path is null ? DriftOptions.Default : PolicyFile.ParseThresholds(SchemaFile.Bytes(path, What), path);

    /// <summary>A whole policy, with its warnings.</summary>
    internal static PolicyReading Read(string path) => PolicyFile.Read(SchemaFile.Bytes(path, What));
}
