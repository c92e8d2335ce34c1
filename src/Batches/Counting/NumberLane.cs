namespace Homeostat.Batches;

/// <summary>A column of <see cref="NumberLanes{TParser}"/>. What of it is held lies from Start to End.</summary>
internal struct NumberLane(int column, NumericCounter counter)
{
    internal readonly NumericCounter Counter = counter;
    internal readonly int Column = column;
    internal int Start = 0;
    internal int End = 0;
    internal int Missing = 0;
    internal NumberShape Shape = NumberShape.Unsigned;
}
