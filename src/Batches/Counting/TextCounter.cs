namespace Homeostat.Batches;

/// <summary>Counts what there is to count without knowing values: missing and distinct ones.</summary>
internal sealed class TextCounter(ColumnSchema schema, MissingTokens missing) : FieldCounter(schema, missing)
{
    internal override void Count(Chunk chunk, FieldTable fields, int column)
    {
        for (int row = 0; row < fields.Rows; row++)
        {
            var field = fields[row, column];
            if (!CountIfMissing(chunk, field)) Distinct.Add(ValueHash.Of(chunk.Buffer, field));
        }
    }

    internal override ColumnFingerprint Finish(long rows) => Start(rows);
}
