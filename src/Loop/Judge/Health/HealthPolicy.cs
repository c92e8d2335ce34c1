using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Judges whether batches still arrive, and about as large as they used to: a model without data is not a healthy one.</summary>
public static class HealthPolicy
{
    /// <summary>Name and version.</summary>
    public const string Rule = "health/1";

    /// <summary>Judges the latest arrivals. What is usual is the median: one odd day does not move it.</summary>
    /// <param name="arrivals">The latest batches in any order, a few dozen.</param>
    /// <param name="at">The time, UTC.</param>
    /// <param name="options">Limits.</param>
    public static HealthVerdict Judge(IEnumerable<ArrivedRows> arrivals, DateTimeOffset at, HealthOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<ArrivedRows> sorted = [.. arrivals.OrderBy(arrival => arrival.At).ThenBy(arrival => arrival.Rows)];
        var verdict = new HealthVerdict
        {
            Verdict = Verdict.Error, Freshness = Verdict.Error, Volume = Verdict.Error, Reason = "no batch ever arrived", Arrivals = sorted, At = at, Options = options,
        };
        if (sorted.IsEmpty) return verdict;
        bool isUsual = sorted.Length >= Math.Max(2, options.MinimumBatches);
        var silence = at - sorted[^1].At;
        TimeSpan? allowed = options.MaximumSilence ?? (isUsual ? UsualGap(sorted) * options.SilenceFactor : null);
        double? ratio = isUsual && options.VolumeFactor is not null ? Ratio(sorted) : null;
        verdict = verdict with
        {
            Freshness = allowed is null ? Verdict.Inconclusive : silence > allowed ? Verdict.Fail : Verdict.Pass,
            Volume = options.VolumeFactor is not { } factor ? Verdict.Pass : ratio is not { } r ? Verdict.Inconclusive : r > factor || r < 1 / factor ? Verdict.Fail : Verdict.Pass,
            Silence = silence,
            MaximumSilence = allowed,
            VolumeRatio = ratio,
        };
        var gravest = FeatureJudge.Gravity(verdict.Volume) > FeatureJudge.Gravity(verdict.Freshness) ? verdict.Volume : verdict.Freshness;
        return verdict with { Verdict = gravest, Reason = $"{Freshness(silence, allowed)}; {Volume(sorted[^1], ratio)}" };
    }

    private static TimeSpan UsualGap(ImmutableArray<ArrivedRows> sorted) =>
        TimeSpan.FromTicks((long)Median([.. sorted.Skip(1).Select((arrival, i) => (double)(arrival.At - sorted[i].At).Ticks)]));

    private static double? Ratio(ImmutableArray<ArrivedRows> sorted)
    {
        double usual = Median([.. sorted.SkipLast(1).Select(arrival => (double)arrival.Rows)]);
        return usual > 0 ? sorted[^1].Rows / usual : null;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
    }

    private static string Freshness(TimeSpan silence, TimeSpan? allowed)
    {
        string since = $"the latest batch came {(silence > TimeSpan.Zero ? $"{DurationWords.About(silence)} ago" : "just now")}";
        return allowed is { } limit ? $"{since}, {DurationWords.About(limit)} may pass" : $"{since}, too few batches to know what is usual";
    }

    private static string Volume(ArrivedRows latest, double? ratio) =>
        $"it has {Words.Count(latest.Rows)} rows{(ratio is { } r ? $", {Words.Number(r)} times the usual" : "")}";
}
