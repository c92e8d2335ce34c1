using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>The verdict on a batch as one line and an exit code.</summary>
internal static class Conclusion
{
    internal static string Of(CheckReport report) => $"{Words(report.Drift)} Exit code {ExitCodeOf(report)}.";

    internal static int ExitCodeOf(CheckReport report) => report.Drift.Verdict switch
    {
        Verdict.Fail => ExitCode.Drift,
        Verdict.Error => ExitCode.BadInput,
        _ => ExitCode.Healthy,
    };

    private static string Words(DriftVerdict drift) => drift.Verdict switch
    {
        Verdict.Fail => $"Drift: {Share(drift, Verdict.Fail)} moved (worst: {Worst(drift)}).",
        Verdict.Inconclusive => $"Inconclusive: {Share(drift, Verdict.Inconclusive)} cannot be told from chance with so few rows (worst: {Worst(drift)}); none drifted for certain.",
        Verdict.Error => $"Nothing was judged: {drift.Reason}.",
        _ when Everything(drift, "identical") => $"Healthy: {Numbers.Count(drift.Features.Length, "feature")} compared, both sides are identical.",
        _ => $"Healthy: none of {Numbers.Count(drift.Features.Length, "feature")} moved.",
    };

    private static string Share(DriftVerdict drift, Verdict verdict) =>
        $"{Numbers.Count(drift.Features.Count(feature => feature.Verdict == verdict))} of {Numbers.Count(drift.Features.Length, "feature")}";

    private static string Worst(DriftVerdict drift) => Printable.Of(Lines.Shorten(drift.Features[0].Name, 60));

    private static bool Everything(DriftVerdict drift, string reason) => drift.Features.All(feature => feature.Reason == reason);
}
