namespace Homeostat.Loop;

/// <summary>What a quality rule looks at.</summary>
public enum QualityCheck
{
    /// <summary>Rows of the batch.</summary>
    Rows,

    /// <summary>Rows with the wrong number of fields.</summary>
    Ragged,

    /// <summary>The column is there.</summary>
    Presence,

    /// <summary>Values are of the column's type.</summary>
    Types,

    /// <summary>Rows without a value.</summary>
    Missing,

    /// <summary>Numbers lie between limits.</summary>
    Range,

    /// <summary>Values are of a list.</summary>
    Allowed,

    /// <summary>The mean lies between limits.</summary>
    Mean,

    /// <summary>All numbers are the reference's in another unit.</summary>
    Unit,

    /// <summary>Two columns hold each other's values.</summary>
    Swapped,

    /// <summary>A column that varied is stuck at one value.</summary>
    Constant,

    /// <summary>A column that had values has none.</summary>
    Emptied,

    /// <summary>Nearly no value of a column is one that the reference knows.</summary>
    Recoded,
}
