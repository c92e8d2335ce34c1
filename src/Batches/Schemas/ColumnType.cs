namespace Homeostat.Batches;

/// <summary>How a column's values are read and counted.</summary>
public enum ColumnType
{
    /// <summary>Decimal numbers, counted over a grid.</summary>
    Numeric,

    /// <summary>Whole numbers, counted over a grid; a value with a fraction is counted and noted as a type error.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>One of a set of known values.</summary>
    Categorical,

    /// <summary>Free text or too many different values to list: missing values and distinct values are counted, not the values.</summary>
    Text,

    /// <summary>ISO 8601 date or date and time, counted over a grid as seconds since 1970-01-01T00:00:00Z; without an offset it is read as UTC.</summary>
    Timestamp,
}
