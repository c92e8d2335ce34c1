namespace Homeostat.Batches;

/// <summary>A column of <see cref="NumberLanes{TParser}"/>. What of it is held lies from Start to End.</summary>
internal struct NumberLane(int index, INumberColumn column)
{
    internal readonly INumberColumn Column = column;
    internal readonly int Index = index;
    internal int Start = 0;
    internal int End = 0;
    internal int Missing = 0;
    internal NumberShape Shape = NumberShape.Unsigned;
}
