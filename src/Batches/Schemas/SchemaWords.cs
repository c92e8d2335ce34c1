namespace Homeostat.Batches;

/// <summary>The words of a schema file.</summary>
internal static class SchemaWords
{
    private const int MaxEdits = 2;

    internal static string[] Types => ["numeric", "integer", "boolean", "categorical", "text", "timestamp"];

    internal static string[] Roles => ["feature", "prediction", "score", "label", "id", "time", "weight", "ignored"];

    internal static ColumnType? TypeOf(string? word) => word switch
    {
        "numeric" => ColumnType.Numeric,
        "integer" => ColumnType.Integer,
        "boolean" => ColumnType.Boolean,
        "categorical" => ColumnType.Categorical,
        "text" => ColumnType.Text,
        "timestamp" => ColumnType.Timestamp,
        _ => null,
    };

    internal static ColumnRole? RoleOf(string? word) => word switch
    {
        "feature" => ColumnRole.Feature,
        "prediction" => ColumnRole.Prediction,
        "score" => ColumnRole.Score,
        "label" => ColumnRole.Label,
        "id" => ColumnRole.Id,
        "time" => ColumnRole.Time,
        "weight" => ColumnRole.Weight,
        "ignored" => ColumnRole.Ignored,
        _ => null,
    };

    /// <summary>The allowed word that was probably meant; null when none is near.</summary>
    internal static string? Nearest(string word, string[] allowed)
    {
        string lower = word.ToLowerInvariant();
        string plain = Synonym(lower) ?? lower;
        string? nearest = null;
        int fewest = MaxEdits + 1;
        foreach (string candidate in allowed)
        {
            int edits = plain.Length > 40 ? fewest : Edits(plain, candidate);
            if (edits < fewest && edits < candidate.Length) (nearest, fewest) = (candidate, edits);
        }
        return nearest;
    }

    // What other tools call the same.
    private static string? Synonym(string word) => word switch
    {
        "int" or "int32" or "int64" or "long" => "integer",
        "number" or "float" or "float64" or "double" or "decimal" => "numeric",
        "bool" => "boolean",
        "category" or "enum" => "categorical",
        "str" or "string" or "object" => "text",
        "date" or "datetime" or "datetime64" => "timestamp",
        "input" => "feature",
        "output" or "answer" => "prediction",
        "probability" => "score",
        "target" or "truth" => "label",
        "key" or "identifier" => "id",
        "ignore" or "skip" or "drop" => "ignored",
        "na" or "na_values" or "missingtokens" or "missing_tokens" => "missing",
        "fields" or "properties" => "columns",
        _ => null,
    };

    // Letters to insert, delete or replace (Levenshtein), one row at a time.
    private static int Edits(string from, string to)
    {
        Span<int> row = stackalloc int[to.Length + 1];
        for (int j = 0; j <= to.Length; j++) row[j] = j;
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.Length];
    }
}
