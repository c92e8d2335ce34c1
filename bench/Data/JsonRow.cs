using System.Text;

namespace Homeostat.Bench.Data;

/// <summary>One row as a JSON object; a missing cell is null.</summary>
internal sealed class JsonRow(Schema schema, bool drift)
{
    private readonly byte[][] _keys =
        [.. schema.Columns.Select((column, i) => Encoding.UTF8.GetBytes($"{(i == 0 ? '{' : ',')}\"{column.Name}\":"))];

    /// <summary>Draws and writes a row.</summary>
    public void Write(ByteWriter to, ref SplitMix random)
    {
        for (int i = 0; i < _keys.Length; i++)
        {
            var column = schema.Columns[i];
            to.Add(_keys[i]);
            var draw = Draw.From(ref random, drift && column.Drifts);
            if (draw.IsMissing)
                to.Add("null"u8);
            else
                Value(to, column, draw.Position);
        }
        to.Add((byte)'}');
    }

    private static void Value(ByteWriter to, Column column, ulong position)
    {
        if (column.IsText)
            to.Add((byte)'"');
        to.Add(column, position);
        if (column.IsText)
            to.Add((byte)'"');
    }
}
