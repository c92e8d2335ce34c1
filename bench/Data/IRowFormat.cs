namespace Homeostat.Bench.Data;

/// <summary>How rows become bytes. One instance serves one thread.</summary>
internal interface IRowFormat
{
    /// <summary>Writes what stands before the first row.</summary>
    void Start(ByteWriter to);

    /// <summary>Writes a block of rows; the first is row number <paramref name="firstRow"/> of the file.</summary>
    void Rows(ByteWriter to, ref SplitMix random, long firstRow, int count);
}
