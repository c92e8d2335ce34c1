namespace Homeostat.Bench.Data;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesFormat(Schema schema, bool drift) : IRowFormat
{
    private readonly JsonRow _row = new(schema, drift);

    /// <inheritdoc/>
    public void Start(ByteWriter to)
    {
    }

    /// <inheritdoc/>
    public void Rows(ByteWriter to, ref SplitMix random, long firstRow, int count)
    {
        for (int row = 0; row < count; row++)
        {
            _row.Write(to, ref random);
            to.Add((byte)'\n');
        }
    }
}
