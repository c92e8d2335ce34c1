using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// Which rows a challenger is trained on, and which are kept to compare it with the champion: the holdout is the latest part, and no row of it, nor a
/// copy, is trained on.
/// </summary>
public sealed record DatasetPlan
{
    /// <summary>Rows trained on, in order of time.</summary>
    public required ImmutableArray<DatasetPart> Training { get; init; }

    /// <summary>Rows kept, in order of time.</summary>
    public required ImmutableArray<DatasetPart> Holdout { get; init; }

    /// <summary>Batches that are no part of it, and why.</summary>
    public required ImmutableArray<LeftOut> LeftOut { get; init; }

    /// <summary>SHA-256, in hex, over roles, hashes and rows of the parts in order.</summary>
    public required string Hash { get; init; }

    /// <summary>Why it cannot be trained on; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Rows trained on.</summary>
    public long TrainingRows => Training.Sum(part => part.Rows);

    /// <summary>Rows kept.</summary>
    public long HoldoutRows => Holdout.Sum(part => part.Rows);

    /// <summary>Plans a dataset from labelled batches that are not in quarantine.</summary>
    /// <param name="batches">All there are, in any order.</param>
    /// <param name="window">Which of their rows to take.</param>
    /// <exception cref="ArgumentException">The holdout is not above 0 and below 1.</exception>
    public static DatasetPlan Of(IEnumerable<DatasetBatch> batches, DatasetWindow window)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(window);
        if (!(window.Holdout is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(window), window.Holdout,
                $"The holdout is {window.Holdout} of the rows. Without rows on both sides nothing can be trained and compared. Pass a share above 0 and below 1.");
        }

        List<LeftOut> leftOut = [];
        var usable = DatasetFilter.Usable(batches, window, leftOut);
        return usable.Sum(b => b.LabelledRows) < 2 ? Empty(leftOut) : DatasetSplit.Of(usable, window.Holdout, leftOut);
    }

    private static DatasetPlan Empty(List<LeftOut> leftOut) => new()
    {
        Training = [],
        Holdout = [],
        LeftOut = [.. leftOut],
        Hash = DatasetSplit.Hash([]),
        Problem = $"Fewer than 2 labelled rows are in the window ({Words.Count(leftOut.Count)} batches were left out). There is nothing to train on and compare "
            + "with. Wait for labels, or look at why the batches were left out.",
    };
}
