using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Puts what a collector logged of a request's inputs and outputs back together: one CSV row a scored row, joined by <c>{correlationid}_{index}</c>.
/// The row id and the event's time come first, as columns <see cref="RowReader.RowIdColumn"/> and <see cref="RowReader.TimeColumn"/>.
/// </summary>
public static class CollectorJoin
{
    // Only a value that is absent or null is missing here; texts that stand for one are told apart when the batch is counted.
    private static readonly ImmutableArray<string> s_nothing = [];

    /// <summary>Writes the joined rows, in the order of the inputs. Values of the outputs are held in memory; an hour's.</summary>
    /// <param name="inputs">Lines of <c>model_inputs</c> or <c>model_inputs_outputs</c>.</param>
    /// <param name="outputs">Lines of <c>model_outputs</c>; null when the inputs hold everything.</param>
    /// <param name="columns">The columns to write, each from the side that has a value, the inputs first.</param>
    /// <param name="target">Gets the CSV; left open.</param>
    /// <exception cref="BadInputException">A side is no collector's file, or damaged.</exception>
    public static CollectorJoinCounts Write(BatchInput inputs, BatchInput? outputs, ImmutableArray<string> columns, Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        columns = columns.RemoveAll(name => name is RowReader.RowIdColumn or RowReader.TimeColumn);
        ImmutableArray<string> asked = [RowReader.RowIdColumn, RowReader.TimeColumn, .. columns];
        var answers = outputs is null ? [] : Answers(outputs, asked);
        var csv = new CsvRowWriter(target);
        csv.Write(asked);
        long rows = 0, unanswered = 0;
        var used = new HashSet<string>(StringComparer.Ordinal);
        using var reader = new RowReader(inputs, asked, s_nothing);
        while (reader.Read())
        {
            string id = reader.GetString(0) ?? "";
            var answer = answers.GetValueOrDefault(id);
            if (answer is null) unanswered++;
            else used.Add(id);
            csv.Write(Enumerable.Range(0, asked.Length).Select(i => reader.GetString(i) ?? answer?[i]));
            rows++;
        }
        return new CollectorJoinCounts(rows, outputs is null ? 0 : unanswered, answers.Count - used.Count);
    }

    private static Dictionary<string, string?[]> Answers(BatchInput outputs, ImmutableArray<string> asked)
    {
        var answers = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        using var reader = new RowReader(outputs, asked, s_nothing);
        while (reader.Read())
            if (reader.GetString(0) is { } id) answers[id] = [.. Enumerable.Range(0, asked.Length).Select(reader.GetString)];
        return answers;
    }
}
