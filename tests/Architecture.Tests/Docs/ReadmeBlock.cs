using System.Globalization;
using System.Text.RegularExpressions;

namespace Homeostat.Architecture.Tests.Docs;

/// <summary>
/// A `bash` block of README.md and what its mark promises: `run`, `run exit=1`, `run exit=1 writes=report.html`, or `run: tests`.
/// </summary>
internal sealed partial record ReadmeBlock(Fence Fence, bool IsTestRun, int ExitCode, string? Writes)
{
    [GeneratedRegex("""^run(?<tests>: tests)?(\s+exit=(?<exit>\d+))?(\s+writes=(?<writes>\S+))?$""")]
    private static partial Regex Mark { get; }

    /// <summary>The block, or null when it has no mark that can be understood.</summary>
    public static ReadmeBlock? From(Fence fence) =>
        Mark.Match(fence.Mark ?? "") is { Success: true } mark
            ? new ReadmeBlock(
                fence,
                mark.Groups["tests"].Success,
                mark.Groups["exit"].Success ? int.Parse(mark.Groups["exit"].Value, CultureInfo.InvariantCulture) : 0,
                mark.Groups["writes"].Success ? mark.Groups["writes"].Value : null)
            : null;

    public static IEnumerable<Fence> BashFences(string readme) =>
        Markdown.Fences(readme).Where(f => f.Language is "bash" or "sh" or "shell");

    public static IEnumerable<string> Unmarked(string readme) =>
        from fence in BashFences(readme)
        where From(fence) is null
        select $"README.md:{fence.Line} has a {fence.Language} block without a mark like <!-- run --> right above it, so nobody proves that it works";

    /// <summary>The test command of README must be the one continuous integration runs: whole lines, arguments may follow there.</summary>
    public static IEnumerable<string> NotInContinuousIntegration(string readme, string script)
    {
        var commands = script.Split('\n').Select(l => l.Trim()).Where(l => !l.StartsWith('#')).ToList();
        return from block in BashFences(readme).Select(From).OfType<ReadmeBlock>()
               where block.IsTestRun
               from line in block.Fence.Text.Split('\n')
               where !commands.Any(c => c == line || c.StartsWith(line + " ", StringComparison.Ordinal))
               select $"README.md:{block.Fence.Line} says `{line}`, .ci/run does not call it";
    }
}
