using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Judges several batches together by adding their counts: no row is read again.</summary>
public static class WindowPolicy
{
    /// <summary>Name and version.</summary>
    public const string Rule = "window/1";

    /// <summary>Which batches a window holds.</summary>
    /// <param name="batches">Batches judged lately, in any order.</param>
    /// <param name="options">The window.</param>
    /// <param name="referenceHash">SHA-256 of the reference of now: counts against another one cannot be added.</param>
    public static WindowSelection Select(IEnumerable<WindowBatch> batches, WindowOptions options, string referenceHash)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sound = batches.Where(batch => !batch.IsQuarantined).OrderBy(batch => batch.At).ThenBy(batch => batch.Batch, StringComparer.Ordinal).ToList();
        var inside = sound.Where((batch, i) => options.Batches is { } count ? i >= sound.Count - count : batch.At > sound[^1].At - options.Span).ToList();
        int others = inside.RemoveAll(batch => batch.ReferenceHash != referenceHash);
        return new WindowSelection
        {
            Window = NameOf(options),
            Batches = [.. inside],
            Notes = others == 0 ? [] : [$"{Batches(others)} of it {(others == 1 ? "was" : "were")} counted against another champion's reference and left out."],
        };
    }

    /// <summary>Judges the counts of the selected batches together.</summary>
    /// <param name="selection">What <see cref="Select"/> gave.</param>
    /// <param name="fingerprints">Their fingerprints in the same order; null for one that is gone.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="options">Thresholds.</param>
    public static WindowVerdict Judge(WindowSelection selection, ImmutableArray<Fingerprint?> fingerprints, Fingerprint reference, DriftOptions options)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var (merged, used) = Merge(selection, fingerprints, reference);
        if (merged is null)
            return new WindowVerdict { Verdict = Verdict.Error, Reason = $"nothing could be judged: {selection.Window} hold no batch of this reference", Selection = used, Rows = 0 };
        var drift = DriftSummary.Of(DriftPolicy.Judge(reference, merged, options), reference.Schema);
        return new WindowVerdict
        {
            Verdict = drift.Verdict,
            Reason = $"{selection.Window} ({Batches(used.Batches.Length)}, {Words.Count(merged.Rows)} rows): {drift.Reason}",
            Selection = used,
            Rows = merged.Rows,
            Drift = drift,
        };
    }

    /// <summary>The counts of the selected batches together, null when there are none, and which batches they are of.</summary>
    public static (Fingerprint? Merged, WindowSelection Used) Merge(WindowSelection selection, ImmutableArray<Fingerprint?> fingerprints, Fingerprint reference)
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (fingerprints.Length != selection.Batches.Length)
            throw new ArgumentException($"There are {fingerprints.Length} fingerprints for {selection.Batches.Length} batches. Counts would be taken for another batch's. Pass one a batch.", nameof(fingerprints));
        Fingerprint? merged = null;
        var used = ImmutableArray.CreateBuilder<WindowBatch>();
        for (int i = 0; i < fingerprints.Length; i++)
        {
            if (fingerprints[i] is not { } fingerprint || !Comparable.Are(reference, fingerprint)) continue;
            merged = merged is null ? fingerprint : merged.Merge(fingerprint);
            used.Add(selection.Batches[i]);
        }
        int lost = fingerprints.Length - used.Count;
        return (merged, lost == 0 ? selection : selection with
        {
            Batches = used.ToImmutable(),
            Notes = selection.Notes.Add($"{Batches(lost)} of it {(lost == 1 ? "has" : "have")} no fingerprint over this reference's grid and {(lost == 1 ? "was" : "were")} left out."),
        });
    }

    private static string NameOf(WindowOptions options)
    {
        if (options.Batches is { } count) return count == 1 ? "the latest batch" : $"the last {Words.Count(count)} batches";
        var span = options.Span ?? TimeSpan.Zero;
        return span.TotalDays >= 2 ? $"the last {Words.Number(span.TotalDays)} days" : $"the last {Words.Number(span.TotalHours)} h";
    }

    private static string Batches(int count) => count == 1 ? "1 batch" : $"{Words.Count(count)} batches";
}
