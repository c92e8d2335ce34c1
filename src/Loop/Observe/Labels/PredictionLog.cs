using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// The predictions of one batch, kept beside its fingerprint until labels come: id, answer, score and time of every row that has an id and an answer.
/// </summary>
/// <remarks>
/// Format: the eight bytes <c>HSPLOG</c>, 0, version 1; then one zlib stream (RFC 1950) of rows. A row is a byte (1: has a score, 2: has a time, 3: both),
/// the id, the answer, the score as a little-endian double, and the time in milliseconds since the row before that has one (since 1970 for the first),
/// zigzag coded. The answer is 0 and a text when it is new, else its number from 1 in the order answers were new; the first 65,536 have one.
/// The end is byte 4 and the count of rows. Numbers are 7 bits a byte, low ones first; texts are UTF-8 behind their length in bytes.
/// </remarks>
public static class PredictionLog
{
    internal const byte HasScore = 1, HasTime = 2, End = 4;

    internal const int MostTexts = 1 << 16;

    internal static ReadOnlySpan<byte> Magic => "HSPLOG\0\u0001"u8;

    /// <summary>Writes predictions; the stream stays open.</summary>
    /// <returns>How many.</returns>
    public static long Write(IEnumerable<LoggedPrediction> predictions, Stream target)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(target);
        using var writer = new PredictionLogWriter(target);
        foreach (var prediction in predictions) writer.Write(prediction);
        writer.Complete();
        return writer.Rows;
    }

    /// <summary>
    /// Writes the predictions of a batch; the stream stays open. The columns are those whose roles are id, prediction, score and time; a collector's
    /// row id and time stand in for the first and the last.
    /// </summary>
    /// <returns>Null, with nothing written, when the batch has no id or no prediction column.</returns>
    /// <exception cref="BadInputException">The batch cannot be read.</exception>
    public static PredictionLogCounts? Write(BatchInput batch, Schema schema, Stream target)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(target);
        var (id, time) = (NameOf(schema, ColumnRole.Id) ?? RowReader.RowIdColumn, NameOf(schema, ColumnRole.Time) ?? RowReader.TimeColumn);
        if (NameOf(schema, ColumnRole.Prediction) is not { } prediction) return null;
        string? score = NameOf(schema, ColumnRole.Score);
        using var rows = new RowReader(batch, score is null ? [id, prediction, time] : [id, prediction, time, score], schema.MissingTokens);
        if (!rows.Has(0) || !rows.Has(1)) return null;
        using var writer = new PredictionLogWriter(target);
        long withoutId = 0, withoutPrediction = 0;
        while (rows.Read())
        {
            if (rows.GetString(0) is not { } rowId) withoutId++;
            else if (rows.GetString(1) is not { } answer) withoutPrediction++;
            else writer.Write(new LoggedPrediction(rowId, answer, ScoreOf(rows), rows.TryGetTime(2, out var at) ? at : null));
        }
        writer.Complete();
        return new PredictionLogCounts(writer.Rows, withoutId, withoutPrediction);
    }

    /// <summary>Reads predictions one after the other, in the order they were written; the stream stays open.</summary>
    /// <param name="source">A stream at the first byte of the log.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="BadInputException">HS1031: it is cut, damaged or of another version; thrown where that shows.</exception>
    public static IEnumerable<LoggedPrediction> Read(Stream source, string name)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(name);
        using var reader = new PredictionLogReader(source, name);
        while (reader.TryRead(out var row)) yield return row;
    }

    private static string? NameOf(Schema schema, ColumnRole role) => schema.Columns.FirstOrDefault(column => column.Role == role)?.Name;

    private static double? ScoreOf(RowReader rows) => rows.Columns.Length > 3 && rows.TryGetNumber(3, out double score) ? score : null;
}
