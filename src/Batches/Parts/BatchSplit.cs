using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>Where a file is cut into parts that are counted apart.</summary>
/// <param name="Offset">Bytes before the first row: byte order mark and header. Every part is read behind them.</param>
/// <param name="Layout">Format, delimiter and columns as the file's first bytes tell them, hashed; a part that tells another is not of this file.</param>
/// <param name="Ends">Behind the last byte of each part, in order; each but the last is behind a newline.</param>
public sealed record BatchSplit(long Offset, string Layout, ImmutableArray<long> Ends)
{
    /// <summary>How many parts there are.</summary>
    public int Count => Ends.Length;

    /// <summary>Where a part begins.</summary>
    public long StartOf(int part) => part == 0 ? Offset : Ends[part - 1];
}
