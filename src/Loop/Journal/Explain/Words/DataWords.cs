namespace Homeostat.Loop;

/// <summary>Why a batch or a label file was taken or kept out.</summary>
internal static class DataWords
{
    internal static IEnumerable<string> Of(QualityRecord it)
    {
        yield return $"The file is '{it.Blob}', the batch {it.Batch}.";
        if (it.Quality is not { } quality)
        {
            yield return it.Intake is { } request
                ? $"It was refused before it was read (rule {IntakePolicy.Rule}): {Words.Count(request.Length)} bytes, {(request.HasPolicy ? "the model has a policy" : "the model has no policy")}."
                : "It could not be read, so nothing of it was counted.";
            yield break;
        }
        yield return $"{quality.Verdict} by {quality.Rule}: {Words.Count(quality.Checked)} rules were looked at on {Say.Count(quality.Rows, "row")}, {Say.Count(quality.Findings.Count(finding => finding.Verdict == Verdict.Fail))} of them broken.";
        foreach (var finding in quality.Findings) yield return RuleLines.Of(finding);
        // A batch of good quality is here for what the judge found.
        if (quality.Verdict != Verdict.Fail && it.Reason != quality.Reason) yield return $"It was kept out afterwards: {it.Reason}";
        if (it.Reference is { } reference) yield return $"It was held against '{reference.Name}'.";
    }

    internal static IEnumerable<string> Of(LabelFileEntry it)
    {
        yield return $"The file is '{it.Blob}'.";
        if (it.Verdict is { } verdict)
        {
            var counts = verdict.Counts;
            yield return $"{verdict.Verdict} by {verdict.Rule}. {RuleLines.Numbers(verdict.Observed, verdict.Threshold, Words.Count(counts.Ids), "")}";
            yield return $"{Words.Count(counts.Rows)} label rows for {Words.Count(counts.Ids)} ids: {Words.Count(counts.Joined)} of {Words.Count(counts.Predictions)} predictions have a label, {Words.Count(counts.Unknown)} ids are of no prediction, {Words.Count(counts.Conflicts)} labels contradict another.";
            if (counts.LongestDelay is { } longest) yield return $"Labels came up to {DurationWords.About(longest)} after their prediction, {DurationWords.About(counts.MeanDelay ?? longest)} on average.";
        }
        yield return it.Quarantined is { } reason ? $"It is in quarantine: {reason}" : $"{Words.Count(it.NewLabels)} predictions have a label now and had none before.";
    }
}
