using System.Text.RegularExpressions;
using Homeostat.Architecture.Tests.Docs;

namespace Homeostat.Architecture.Tests.Hygiene;

internal static partial class HygieneChecks
{
    /// <summary>The programs our documents may tell a reader to run: public ones, and the shell's own words.</summary>
    private static readonly HashSet<string> PublicTools =
    [
        "az", "azd", "azurite", "bash", "cat", "cd", "cp", "curl", "docker", "dotnet", "echo", "export", "func", "gh", "git", "grep", "head",
        "homeostat", "jq", "ls", "mkdir", "python", "python3", "rm", "sed", "sha256sum", "tail", "unzip", "wget", "zcat", ".ci/run", "./.ci/run",
    ];

    // A home or work folder at the start of a path. What follows a letter, dot or slash is the middle of a longer path or an address;
    // the site folder is where Azure's Linux hosts keep a Function App.
    [GeneratedRegex("""(?:(?<![\w.~}/-])|(?<=file://))/(?:work|root|home(?!/site\b)|Users)/[\w.]|\b[A-Za-z]:[\\/]+Users[\\/]""")]
    private static partial Regex MachinePath { get; }

    [GeneratedRegex("""
        \b(?: (?:api|globalcdn)\.nuget\.org | registry\.(?:npmjs\.org|yarnpkg\.com) | files\.pythonhosted\.org | pypi\.org/simple
            | proxy\.golang\.org | (?:index|static)\.crates\.io | repo1?\.maven(?:\.apache)?\.org | pkgs\.dev\.azure\.com | pkg\.github\.com )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex RegistryHost { get; }

    [GeneratedRegex("""\bhttps?://(?<host>[A-Za-z0-9.-]+)""")]
    private static partial Regex WebAddress { get; }

    [GeneratedRegex("""\.(?:internal|intranet|corp|local|lan|home)$""", RegexOptions.IgnoreCase)]
    private static partial Regex PrivateName { get; }

    [GeneratedRegex("""^\s*(?:-\s+)?uses:\s*(?<action>\S+)""", RegexOptions.Multiline)]
    private static partial Regex Uses { get; }

    [GeneratedRegex("""^(?:\./.*|[\w./-]+@[0-9a-f]{40})$""")]
    private static partial Regex Pinned { get; }

    public static IEnumerable<string> MachinePaths(string path, string text) =>
        Found(path, text, MachinePath, "a path of somebody's machine");

    public static IEnumerable<string> RegistryHosts(string path, string text) =>
        Found(path, text, RegistryHost, "a package registry's host");

    /// <summary>Addresses in documents: a single word or a private ending leads nowhere for a reader; loopback is the reader's own.</summary>
    public static IEnumerable<string> PrivateHosts(string path, string text) =>
        from Match match in WebAddress.Matches(text)
        let host = match.Groups["host"].Value
        where host is not ("localhost" or "127.0.0.1") && (!host.Contains('.', StringComparison.Ordinal) || PrivateName.IsMatch(host))
        select $"{path} names {host}, which is not public";

    /// <summary>The first word of every command line in a document's shell blocks.</summary>
    public static IEnumerable<string> UnknownTools(string path, string text) =>
        from fence in Markdown.Fences(text)
        where fence.Language is "bash" or "sh" or "shell" or "console" or "powershell" or "pwsh"
        from line in fence.Text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        let command = line.TrimStart('$', '>', ' ').Split(' ').FirstOrDefault(word => !word.Contains('=', StringComparison.Ordinal))
        where command is { Length: > 0 } && !command.StartsWith('#') && (fence.Language != "console" || line.StartsWith('$'))
        where !PublicTools.Contains(command)
        select $"{path}:{fence.Line} runs {command}, which is not on the list of public tools (HygieneChecks.cs)";

    public static IEnumerable<string> UnpinnedActions(string path, string workflow) =>
        from Match match in Uses.Matches(workflow)
        let action = match.Groups["action"].Value
        where !Pinned.IsMatch(action)
        select $"{path} uses {action}; pin it by the full commit hash";

    /// <summary>Text, or null for a binary file.</summary>
    public static string? TextOf(byte[] content) =>
        content.AsSpan(0, Math.Min(content.Length, 8000)).Contains((byte)0) ? null : System.Text.Encoding.UTF8.GetString(content);

    private static IEnumerable<string> Found(string path, string text, Regex pattern, string what) =>
        from Match match in pattern.Matches(text)
        let line = text.AsSpan(0, match.Index).Count('\n') + 1
        select $"{path}:{line} holds {what}: {match.Value}";
}
