using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The verdict on a batch in one line.</summary>
internal static class OverallWords
{
    private const int Named = 5;

    /// <summary>The line for features that come gravest first.</summary>
    public static string Of(ImmutableArray<FeatureVerdict> features)
    {
        int failed = Count(features, Verdict.Fail), held = Count(features, Verdict.Inconclusive);
        if (failed > 0)
            return $"{Of(failed, features.Length)} drifted: {Names(features, 0, failed)}{(held > 0 ? $"; {Words.Count(held)} more cannot be told from chance" : "")}";
        if (held > 0) return $"{Of(held, features.Length)} cannot be told from chance: {Names(features, 0, held)}";
        return AllIdentical(features) ? FeatureWords.Identical : $"no drift in {Columns(features.Length)}";
    }

    private static int Count(ImmutableArray<FeatureVerdict> features, Verdict verdict)
    {
        int count = 0;
        foreach (var feature in features)
            if (feature.Verdict == verdict) count++;
        return count;
    }

    private static string Of(int part, int whole) => $"{Words.Count(part)} of {Columns(whole)}";

    private static string Columns(int count) => count == 1 ? "1 column" : $"{Words.Count(count)} columns";

    private static string Names(ImmutableArray<FeatureVerdict> features, int from, int count)
    {
        var names = new List<string>();
        for (int i = from; i < from + Math.Min(count, Named); i++) names.Add(Words.Clean(features[i].Name));
        return string.Join(", ", names) + (count > Named ? $" and {Words.Count(count - Named)} more" : "");
    }

    private static bool AllIdentical(ImmutableArray<FeatureVerdict> features)
    {
        foreach (var feature in features)
            if (feature.Reason != FeatureWords.Identical) return false;
        return true;
    }
}
