using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Section <c>schema</c>: the same form as a schema file of its own.</summary>
internal static class SchemaForms
{
    internal static EnumForm<ColumnRole> Role { get; } = new();

    internal static TextForm AnyText { get; } = new("a text");

    private static ObjectForm<ColumnOverride> Column { get; } = new(
    [
        Of.Named("type", "How values are read and counted; null: inferred.", Of.Optional(new EnumForm<ColumnType>(), "inferred"),
            (ColumnOverride o) => o.Type, (o, v) => o with { Type = v }),
        Of.Named("role", "What the column is for; null: inferred.", Of.Optional(Role, "inferred"),
            (ColumnOverride o) => o.Role, (o, v) => o with { Role = v }),
    ]);

    internal static ObjectForm<SchemaOverrides> Schema { get; } = new(
    [
        Of.Named("columns", "One entry a column, named by the header of a CSV file or the dotted path of a JSON member, to the letter.",
            new MapForm<ColumnOverride>(Column, name => new ColumnOverride(name, null, null), column => column.Name),
            (SchemaOverrides o) => o.Columns, (o, v) => o with { Columns = v }),
        Of.Named("missing", "Texts read as a missing value, to the letter; null: the usual ones: empty, NA, N/A, NaN and null.",
            Of.Optional(new ListForm<string>(AnyText, ""), "the usual ones"),
            (SchemaOverrides o) => o.MissingTokens, (o, v) => o with { MissingTokens = v }),
    ]);
}
