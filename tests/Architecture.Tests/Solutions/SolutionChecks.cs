using System.Text.Json;
using System.Text.RegularExpressions;

namespace Homeostat.Architecture.Tests.Solutions;

internal static partial class SolutionChecks
{
    /// <summary>Their packages may be missing from a partial mirror, so the local filter leaves them out.</summary>
    public static readonly string[] NotLocal = ["Functions", "ModelRuntime.MLNet", "ModelRuntime.MLNet.Tests"];

    [GeneratedRegex("""^Project\("[^"]+"\) = "[^"]+", "(?<path>[^"]+\.csproj)",""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine { get; }

    public static IReadOnlySet<string> InSolution(string sln) =>
        ProjectLine.Matches(sln).Select(m => m.Groups["path"].Value.Replace('\\', '/')).ToHashSet();

    public static IReadOnlySet<string> InFilter(string slnf)
    {
        using var json = JsonDocument.Parse(slnf);
        return json.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray()
            .Select(p => p.GetString()!.Replace('\\', '/')).ToHashSet();
    }

    public static IEnumerable<string> Solution(IReadOnlySet<string> listed, IEnumerable<string> onDisk) =>
        Difference(listed, onDisk.ToHashSet(), "Functions.sln");

    public static IEnumerable<string> Filter(IReadOnlySet<string> listed, IReadOnlySet<string> solution) =>
        Difference(listed, solution.Where(p => !NotLocal.Contains(Path.GetFileNameWithoutExtension(p))).ToHashSet(), "Local.slnf");

    private static IEnumerable<string> Difference(IReadOnlySet<string> listed, HashSet<string> wanted, string where) =>
        wanted.Except(listed).Order().Select(p => $"{where} lacks {p}")
            .Concat(listed.Except(wanted).Order().Select(p => $"{where} lists {p}, which does not belong there"));
}
