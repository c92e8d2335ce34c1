using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Counts what a deployment answered, from its data collector's files: hours that are not over yet included. A look reads what came since the look
/// before, so a rollout of days costs no more a look than one of minutes.
/// </summary>
internal sealed class WindowAnswers(LoopPorts ports)
{
    // A look stays short; what is left over is read by the next one.
    private const long MostBytes = 64 << 20;

    private readonly CollectorFiles _files = new(ports.Collected);

    /// <summary>The tally with what came since.</summary>
    internal async Task<WindowTally> AdvanceAsync(WindowQuery query, WindowTally tally, (AnswerGroups Groups, Schema Schema) known, CancellationToken cancellation)
    {
        var parts = await PartsAsync(query, tally, cancellation);
        if (parts.IsEmpty) return tally;
        var offsets = tally.Offsets.SetItems(parts.Select(part => KeyValuePair.Create(part.Name, part.To)));
        try
        {
            return Count(query, tally, parts, known, cancellation) with { Offsets = offsets };
        }
        catch (BadInputException)
        {
            // The hour's batch tells what is wrong with it; here its answers are missing, which holds a step rather than passes it.
            return tally with { Offsets = offsets };
        }
    }

    private WindowTally Count(WindowQuery query, WindowTally tally, ImmutableArray<CollectorPart> parts, (AnswerGroups Groups, Schema Schema) known, CancellationToken cancellation)
    {
        var (groups, schema) = known;
        using var stream = _files.Open(parts, cancellation);
        using var input = BatchInput.FromStream(stream, query.Deployment);
        using var rows = new RowReader(input, [RowReader.RowIdColumn, RowReader.TimeColumn, schema.NameOf(ColumnRole.Prediction)!], schema.MissingTokens, cancellation);
        long[] answers = tally.Answers.Length == groups.Count ? [.. tally.Answers] : new long[groups.Count];
        var sample = tally.Sample;
        List<(ulong Row, ulong Answer)> single = [];
        while (rows.Read())
        {
            if ((rows.TryGetTime(1, out var at) && at < query.From) || rows.GetString(2) is not { } answer || groups.Of(answer) is not { } group) continue;
            answers[group]++;
            if (sample is null || !groups.AreClasses || rows.GetString(0) is not { } id) continue;
            single.Add((AnswerSample.HashOf(id), AnswerSample.HashOf(LabelText.Canonical(answer))));
            if (single.Count >= 4096) (sample, single) = (sample.With(single), []);
        }
        return tally with { Answers = [.. answers], Sample = sample?.With(single) };
    }

    private async Task<ImmutableArray<CollectorPart>> PartsAsync(WindowQuery query, WindowTally tally, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<CollectorPart>();
        long bytes = 0;
        foreach (string collection in CollectorNames.AnswersOf(query.Payloads))
        {
            await foreach (var (path, blob) in _files.ListAsync(query.CollectorRoot, $"{query.Endpoint}/{query.Deployment}/{collection}", query.From, query.To, cancellation))
            {
                long from = tally.Offsets.GetValueOrDefault(blob.Name);
                if (blob.Length <= from || bytes >= MostBytes) continue;
                var part = new CollectorPart(blob.Name, path.Collection, from, Math.Min(blob.Length, from + MostBytes - bytes), blob.ETag);
                part = part with { To = (await _files.WholeLinesAsync([part], cancellation))[0] };
                if (part.To > part.From) parts.Add(part);
                bytes += part.To - part.From;
            }
        }
        return parts.ToImmutable();
    }
}
