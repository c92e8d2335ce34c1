namespace Homeostat.Loop;

/// <summary>When a model gets no data, or another amount of it.</summary>
internal static class HealthWords
{
    internal static string Of(HealthOptions health) => Say.Sentences(Silence(health), Volume(health), Usual(health));

    private static string Silence(HealthOptions health) => health.MaximumSilence is { } longest
        ? $"it is told when no batch comes for {DurationWords.Of(longest)}."
        : $"it is told when no batch comes for {Say.Number(health.SilenceFactor)} times as long as usual.";

    private static string? Volume(HealthOptions health) => health.VolumeFactor is { } factor
        ? $"so is a batch with more than {Say.Number(factor)} times the usual rows, or fewer than the usual by that factor."
        : null;

    // Where no limit speaks of what is usual, there is nothing to say about it.
    private static string? Usual(HealthOptions health) => health is { MaximumSilence: not null, VolumeFactor: null }
        ? null
        : $"what is usual is the median of the latest batches, known after {Say.Count(health.MinimumBatches)} of them.";
}
