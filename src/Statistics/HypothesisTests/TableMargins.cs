namespace Homeostat.Statistics;

/// <summary>Row and column sums of a row-major table of counts, in rented memory.</summary>
internal readonly ref struct TableMargins : IDisposable
{
    private readonly Rented<long> _sums;
    private readonly int _rows;

    internal TableMargins(ReadOnlySpan<long> table, int columns)
    {
        if (columns < 1 || table.Length % columns != 0)
            TestInputs.Throw($"'table' has {table.Length} cells and 'columns' is {columns}. The cells do not fill whole rows, "
                + "so counts would land in wrong categories. Pass rows x columns counts, row by row.", nameof(columns));
        Total = TestInputs.PositiveTotal(table);
        _rows = table.Length / columns;
        _sums = new(_rows + columns);
        _sums.Span.Clear();
        for (var cell = 0; cell < table.Length; cell++)
        {
            _sums.Span[cell / columns] += table[cell];
            _sums.Span[_rows + cell % columns] += table[cell];
        }
    }

    internal long Total { get; }

    internal ReadOnlySpan<long> Rows => _sums.Span[.._rows];

    internal ReadOnlySpan<long> Columns => _sums.Span[_rows..];

    internal int DegreesOfFreedom => (Math.Max(1, NonZero(Rows)) - 1) * (Math.Max(1, NonZero(Columns)) - 1);

    public void Dispose() => _sums.Dispose();

    private static int NonZero(ReadOnlySpan<long> sums) => sums.Length - sums.Count(0L);
}
