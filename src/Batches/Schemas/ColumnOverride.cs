namespace Homeostat.Batches;

/// <summary>What a schema file says about one column; what it leaves out is inferred.</summary>
/// <param name="Name">The header, or the dotted path of a JSON member, compared to the letter.</param>
/// <param name="Type">How values are read and counted; null: inferred.</param>
/// <param name="Role">What the column is for; null: inferred.</param>
public sealed record ColumnOverride(string Name, ColumnType? Type, ColumnRole? Role);
