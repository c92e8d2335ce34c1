using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>The tokenizer for a format. JSON takes columns by name, CSV as the header has them.</summary>
internal static class Tokenizers
{
    internal static ITokenizer For(BatchText text, ImmutableArray<string> columns)
    {
        if (text.Kind == FormatKind.Csv) return new CsvTokenizer(text.Format.Delimiter);
        var byName = new Dictionary<string, int>(columns.Length, StringComparer.Ordinal);
        for (int i = 0; i < columns.Length; i++) byName[columns[i]] = i;
        return text.Kind == FormatKind.Collector ? new CollectorTokenizer(byName, columns.Length) : new JsonLinesTokenizer(byName, columns.Length);
    }

    /// <summary>Members met that are no column; none for CSV, whose header says them all.</summary>
    internal static IReadOnlyList<string> UnknownColumns(ITokenizer tokenizer) => tokenizer switch
    {
        JsonLinesTokenizer lines => lines.UnknownColumns,
        CollectorTokenizer collector => collector.UnknownColumns,
        _ => [],
    };
}
