using System.Text;

namespace Homeostat.Bench.Data;

/// <summary>Header and comma-separated rows; a missing cell is empty.</summary>
internal sealed class CsvFormat(Schema schema, bool drift) : IRowFormat
{
    /// <inheritdoc/>
    public void Start(ByteWriter to) => to.Add(Encoding.UTF8.GetBytes(string.Join(',', schema.Columns.Select(c => c.Name)) + '\n'));

    /// <inheritdoc/>
    public void Rows(ByteWriter to, ref SplitMix random, long firstRow, int count)
    {
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < schema.Columns.Length; i++)
            {
                if (i > 0)
                    to.Add((byte)',');
                var column = schema.Columns[i];
                var draw = Draw.From(ref random, drift && column.Drifts);
                if (!draw.IsMissing)
                    to.Add(column, draw.Position);
            }
            to.Add((byte)'\n');
        }
    }
}
