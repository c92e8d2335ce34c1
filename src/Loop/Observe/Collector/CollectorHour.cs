using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Joins what was collected of one hour into the CSV of a batch.</summary>
internal sealed class CollectorHour(LoopPorts ports, CollectorFiles files)
{
    /// <summary>Whether there is something to make rows of. Late answers to inputs that were taken before come too late.</summary>
    internal static bool HasRows(CollectorBatch batch) => batch.Supplement == 0 ? !batch.Parts.IsEmpty : !InputsOf(batch).IsEmpty;

    /// <exception cref="BadInputException">The files cannot be read.</exception>
    internal async Task<byte[]> JoinAsync(MonitorTurn turn, CollectorBatch batch, CancellationToken cancellation)
    {
        var inputs = InputsOf(batch);
        var outputs = batch.Parts.RemoveAll(inputs.Contains);
        // Where only answers are collected, they are the batch.
        if (inputs.IsEmpty) (inputs, outputs) = (outputs, []);
        using var left = Open(inputs, batch, cancellation);
        using var right = outputs.IsEmpty ? null : Open(outputs, batch, cancellation);
        using var csv = new MemoryStream();
        var counts = CollectorJoin.Write(left, right, await ColumnsAsync(turn, left, right, cancellation), csv);
        foreach (string note in Notes(batch, counts)) turn.Did(note);
        return csv.ToArray();
    }

    private static ImmutableArray<CollectorPart> InputsOf(CollectorBatch batch) => [.. batch.Parts.Where(part => CollectorNames.AreInputs(part.Collection))];

    private BatchInput Open(ImmutableArray<CollectorPart> parts, CollectorBatch batch, CancellationToken cancellation)
    {
        using var lines = files.Open(parts, cancellation);
        return BatchInput.FromStream(lines, batch.Folder);
    }

    /// <summary>What the reference and the policy know; for a model without a reference all that is there, as its first batch may become one.</summary>
    private async Task<ImmutableArray<string>> ColumnsAsync(MonitorTurn turn, BatchInput left, BatchInput? right, CancellationToken cancellation)
    {
        var named = turn.Policy.Schema.Columns.Select(column => column.Name);
        var known = await new References(ports).ReadAsync(turn.Policy, cancellation) is { } reference
            ? reference.Fingerprint.Schema.Columns.Select(column => column.Name)
            : RowReader.ColumnsOf(left).Concat(right is null ? [] : RowReader.ColumnsOf(right));
        return [.. known.Concat(named).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Notes(CollectorBatch batch, CollectorJoinCounts counts)
    {
        foreach (string note in batch.Notes) yield return note;
        yield return $"{batch.Folder}: {Words.Count(counts.Rows)} rows collected"
            + (counts.WithoutOutput > 0 ? $", {Words.Count(counts.WithoutOutput)} of them without an answer" : "")
            + (counts.WithoutInput > 0 ? $"; {Words.Count(counts.WithoutInput)} answers were to no known input and are left out" : "") + ".";
    }
}
