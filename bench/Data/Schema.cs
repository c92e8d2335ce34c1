namespace Homeostat.Bench.Data;

/// <summary>
/// The columns. They depend on their place alone: a file of 50 columns and one of 200 share the first 50. Of ten columns, the 4th,
/// 7th and 10th are categorical; the 5th and 10th drift. The numeric shapes rotate so that each of them drifts somewhere.
/// </summary>
internal sealed class Schema(int columns)
{
    private static readonly int[] Levels = [2, 10, 50, 1_000, 5, 100, 10_000, 3, 20, 300];

    /// <summary>All columns in file order.</summary>
    public Column[] Columns { get; } = [.. Enumerable.Range(0, columns).Select(Make)];

    private static Column Make(int place)
    {
        var drifts = place % 5 == 4;
        var (tens, ones) = (place / 10, place % 10);
        if (ones is 3 or 6 or 9)
            return Category(place, (tens * 3) + (ones / 3) - 1, drifts);
        return Numeric(place, (ones - (ones / 3) + tens) % 7, drifts);
    }

    private static CategoryColumn Category(int place, int index, bool drifts) =>
        new($"category_{place:D3}", drifts, Levels[index % Levels.Length], seed: (ulong)place + 1_000_003);

    private static Column Numeric(int place, int shape, bool drifts) => shape switch
    {
        0 => new NormalColumn($"normal_{place:D3}", drifts, mean: place, deviation: 1 + (place % 4)),
        1 => new AmountColumn($"lognormal_{place:D3}", drifts, median: 20 + place, zeroShare: 0),
        2 => new IntegerColumn($"integer_{place:D3}", drifts, mean: 40 * (place + 1), deviation: 10 * (place + 1)),
        3 => new AmountColumn($"zeroinflated_{place:D3}", drifts, median: 100, zeroShare: 0.6),
        4 => new ShareColumn($"uniform_{place:D3}", drifts),
        5 => new HeavyTailColumn($"heavytail_{place:D3}", drifts),
        _ => new FewLevelsColumn($"fewlevels_{place:D3}", drifts),
    };
}
