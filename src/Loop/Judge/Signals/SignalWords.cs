namespace Homeostat.Loop;

/// <summary>The verdict on a signal in words.</summary>
internal static class SignalWords
{
    public static string Below(Finding finding, double threshold) => $"{Observed(finding)}, not above {Limit(finding, threshold)}";

    public static string Above(Finding finding, double threshold, double p) => $"{Observed(finding)}, above {Limit(finding, threshold)} ({Chance(p)})";

    public static string FewExtremes(Finding finding, double threshold, double p) =>
        $"{Above(finding, threshold, p)}, but a few extreme values make it: {Words.Count(finding.Sizes.Current)} values are enough to see the bulk move, and it did not";

    public static string HeldBack(Finding finding, double threshold, double p, Need need) =>
        $"{Above(finding, threshold, p)}, but {Words.Count(finding.Sizes.Current)} values are too few to rule out chance; {Enough(need)}";

    private static string Enough(Need need) => need.Current is { } enough
        ? $"about {Words.RoundedUp(enough)} would do"
        : $"no batch would do, as the reference is too small: about {Words.RoundedUp(need.Reference)} values on each side would";

    private static string Observed(Finding finding) => finding.Words ?? $"{SignalNames.Words(finding.Signal)} {Words.Number(finding.Observed)}";

    private static string Limit(Finding finding, double threshold) =>
        finding.Words is null ? Words.Number(threshold) : $"{Words.Number(threshold * 100)} percentage points more";

    private static string Chance(double p) => p < 1e-6 ? "p < 0.000001" : $"p {Words.Number(p)}";
}
