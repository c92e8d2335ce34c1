using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>A column that is left out of the judgement.</summary>
/// <param name="Name">The column.</param>
/// <param name="Why">Why it is left out, in words.</param>
public sealed record NotJudgedColumn(string Name, string Why)
{
    internal static ImmutableArray<NotJudgedColumn> Of(Schema schema)
    {
        var columns = ImmutableArray.CreateBuilder<NotJudgedColumn>();
        foreach (var column in schema.Columns)
            if (!column.IsJudged) columns.Add(new NotJudgedColumn(column.Name, Reason(column.Role)));
        return columns.ToImmutable();
    }

    private static string Reason(ColumnRole role) => role switch
    {
        ColumnRole.Id => "identifies a row",
        ColumnRole.Time => "says when a row happened",
        ColumnRole.Weight => "weighs rows",
        _ => "is ignored by the schema",
    };
}
