namespace Homeostat.Batches;

/// <summary>What a column is for.</summary>
public enum ColumnRole
{
    /// <summary>An input of the model.</summary>
    Feature,

    /// <summary>The model's answer.</summary>
    Prediction,

    /// <summary>The model's probability or score.</summary>
    Score,

    /// <summary>The truth, possibly late.</summary>
    Label,

    /// <summary>Identifies a row; never judged.</summary>
    Id,

    /// <summary>When the row happened; never judged.</summary>
    Time,

    /// <summary>How much the row counts; never judged.</summary>
    Weight,

    /// <summary>Read over; never judged.</summary>
    Ignored,
}
