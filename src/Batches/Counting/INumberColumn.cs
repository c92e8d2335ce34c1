namespace Homeostat.Batches;

/// <summary>A column whose values <see cref="NumberLanes{TParser}"/> reads.</summary>
internal interface INumberColumn
{
    /// <summary>Whether a text that reads as a number may stand for a missing value.</summary>
    bool NumbersMayBeMissing { get; }

    /// <summary>Whether an empty field is a missing value.</summary>
    bool EmptyIsMissing { get; }

    /// <summary>Takes numbers that were read; none of them is NaN.</summary>
    void Add(ReadOnlySpan<double> values);

    /// <summary>Takes so many missing values.</summary>
    void CountMissing(int count);

    /// <summary>Takes a value if it stands for a missing one.</summary>
    bool CountIfMissing(Chunk chunk, Field field);

    /// <summary>Takes a value that does not read as a number.</summary>
    void CountUnread(Chunk chunk, Field field);
}
