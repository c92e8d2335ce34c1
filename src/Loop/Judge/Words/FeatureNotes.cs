using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Why numbers are absent, and what else to know of a column.</summary>
internal static class FeatureNotes
{
    public static ImmutableArray<string> Of(ColumnPair pair, Measures measures)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (pair.Current.Present) AddDistribution(notes, pair, measures);
        long infinite = pair.Reference.Moments.Infinite + pair.Current.Moments.Infinite;
        if (infinite > 0) notes.Add($"{Words.Count(infinite)} infinite values are counted in the outer cells and left out of means.");
        return notes.ToImmutable();
    }

    private static void AddDistribution(ImmutableArray<string>.Builder notes, ColumnPair pair, Measures measures)
    {
        if (!pair.Schema.HasGrid && !pair.Schema.HasCategories) notes.Add("Text is judged by its missing rate alone.");
        else if (pair.ReferenceValues == 0) notes.Add("The reference has no value in this column: there is no distribution to compare with.");
        else if (pair.CurrentValues == 0) notes.Add("The current batch has no value in this column: there is no distribution to compare.");
        else if (pair.Schema.HasGrid && measures.Metrics.WassersteinNormalised is null) notes.Add(NotNormalised(pair, measures));
    }

    private static string NotNormalised(ColumnPair pair, Measures measures) =>
        measures.Metrics.Wasserstein is null ? "Wasserstein is not known: a side has no finite value, or its values are too large to add up."
        : OrderedMeasures.Deviation(pair.Reference.Moments) is 0 ? "Wasserstein is not normalised: the reference is constant, its standard deviation is 0."
        : "Wasserstein is not normalised: the reference's standard deviation is not known.";
}
