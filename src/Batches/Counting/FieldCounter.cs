namespace Homeostat.Batches;

/// <summary>Counts the fields of one column as they stand in the chunk, one column after the other.</summary>
internal abstract class FieldCounter(ColumnSchema schema, MissingTokens missing) : ColumnCounter(schema, missing)
{
    /// <summary>Counts the column's fields of one chunk.</summary>
    internal abstract void Count(Chunk chunk, FieldTable fields, int column);
}
