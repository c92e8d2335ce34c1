using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Enum members as JSON writes them: lower camel case.</summary>
internal static class JsonNames
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        Verdict.Inconclusive => "inconclusive",
        _ => "error",
    };

    public static string Of(ColumnType type) => type switch
    {
        ColumnType.Numeric => "numeric",
        ColumnType.Integer => "integer",
        ColumnType.Boolean => "boolean",
        ColumnType.Categorical => "categorical",
        ColumnType.Timestamp => "timestamp",
        _ => "text",
    };
}
