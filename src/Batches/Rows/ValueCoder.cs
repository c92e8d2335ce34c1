using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>
/// Tells, value by value, the cell or slot of a column in which it is counted. What codes a value here and what counts it in a fingerprint
/// follow the same rules, so whoever learns on these codes sees what is judged.
/// </summary>
/// <remarks>Any number of threads at a time. For counting, <see cref="BatchCounter"/> is many times faster.</remarks>
public sealed class ValueCoder
{
    /// <summary>No value, or a text that stands for none.</summary>
    public const int Missing = -1;

    /// <summary>A value that does not read as the column's type.</summary>
    public const int Unreadable = -2;

    /// <summary>A value of a categorical column that the reference does not know.</summary>
    public const int Unseen = -3;

    private readonly ColumnType _type;
    private readonly MissingTokens _missing;
    private readonly CellIndex? _cells;
    private readonly HashSlots? _slots;

    /// <summary>A coder for one column of a reference.</summary>
    /// <param name="column">The column; one of text has no codes and is refused.</param>
    /// <param name="missingTokens">Texts that stand for no value, as in <see cref="Schema.MissingTokens"/>.</param>
    public ValueCoder(ColumnFingerprint column, ImmutableArray<string> missingTokens)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Grid is null && column.Categories is null)
            throw new ArgumentException($"Column '{column.Schema.Name}' is text. Its values are not counted one by one, so they have no code. Leave it out.", nameof(column));
        _type = column.Schema.Type;
        _missing = new MissingTokens(missingTokens);
        _cells = column.Grid?.Index;
        _slots = column.Categories is { } table ? CategoryCounter.SlotsOf(_type, table) : null;
    }

    /// <summary>The cell of a number or timestamp, the slot of a category, or one of the constants above.</summary>
    /// <param name="text">The value as it stands in a file, UTF-8, quotes and escapes taken off.</param>
    /// <param name="number">The number, a timestamp's in seconds since 1970; 0 where there is none.</param>
    public int CodeOf(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        if (_missing.Contains(text)) return Missing;
        if (_cells is not null) return TryRead(text, out number) ? _cells.Find(number) : Unreadable;
        int slot = _slots!.Find(ValueHash.Of(text));
        if (slot >= 0) return slot;
        return _type == ColumnType.Boolean ? Unreadable : Unseen;
    }

    private bool TryRead(ReadOnlySpan<byte> text, out double value) =>
        _type == ColumnType.Timestamp ? TimestampParser.TryParse(text, out value) : NumberText.TryParse(text, out value);
}
