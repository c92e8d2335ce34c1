namespace Homeostat.Batches;

/// <summary>One column: its name, how it is read, what it is for.</summary>
/// <param name="Name">The header, or the dotted path of a JSON member.</param>
/// <param name="Type">How values are read and counted.</param>
/// <param name="Role">What the column is for.</param>
public sealed record ColumnSchema(string Name, ColumnType Type, ColumnRole Role)
{
    /// <summary>Whether drift of this column is judged: features, predictions, scores and labels are, text is not.</summary>
    public bool IsJudged => Role is ColumnRole.Feature or ColumnRole.Prediction or ColumnRole.Score or ColumnRole.Label;

    /// <summary>Whether values are counted over a grid of numbers.</summary>
    public bool HasGrid => Type is ColumnType.Numeric or ColumnType.Integer or ColumnType.Timestamp;

    /// <summary>Whether values are counted in a table of known values.</summary>
    public bool HasCategories => Type is ColumnType.Categorical or ColumnType.Boolean;
}
