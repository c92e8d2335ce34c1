namespace Homeostat.Cli;

/// <summary>What a user asks of <c>homeostat profile</c>.</summary>
internal sealed record ProfileRequest
{
    internal required string Reference { get; init; }

    internal string? Schema { get; init; }

    internal string? Output { get; init; }

    internal int Workers { get; init; }

    internal bool Quiet { get; init; }

    /// <summary>Where the fingerprint goes: beside nothing of the user's, in the current folder, named after the reference.</summary>
    internal string Target => Output ?? DefaultName(Reference);

    private static string DefaultName(string reference)
    {
        bool named = reference != "-" && reference.AsSpan().IndexOfAny('*', '?') < 0;
        string name = named ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(reference))) : "";
        return (name.Length > 0 ? name : "reference") + ".hfp";
    }
}
