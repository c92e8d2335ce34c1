using System.Globalization;
using System.Text;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests.Observe;

/// <summary>From bytes to a cause: what the units next door promise, together.</summary>
public class QualityStoryTests
{
    private static readonly CountOptions s_count = new() { Workers = 1 };

    [Fact]
    public void Metres_ThatCameAsFeet_AreQuarantined_AndTheVerdictReplaysFromStoredFingerprints()
    {
        using var training = Rows(4000, 1, 1);
        using var feet = Rows(500, 2, 3.28084);
        var reference = Profiler.Profile(training, SchemaOverrides.None, s_count);
        var batch = BatchCounter.Count(feet, reference, s_count);
        var quality = QualityPolicy.Judge(batch, reference, new QualityOptions());
        Assert.Equal("metres -> feet", Assert.Single(quality.Findings).Unit?.Name);
        Evidence.Same(quality, QualityPolicy.Judge(Stored(batch), Stored(reference), Evidence.Back(quality.Options)));

        var triage = TriagePolicy.Judge(
            new TriageEvidence
            {
                Quality = quality.Verdict,
                QualityReason = quality.Reason,
                UnitChanges = [.. quality.Findings.Where(finding => finding.Unit is not null).Select(finding => finding.Column!)],
                Drift = DriftSummary.Of(DriftPolicy.Judge(reference, batch, DriftOptions.Default), reference.Schema),
                IsConfirmed = true,
            },
            new TriageOptions());
        Assert.Equal((TriageCause.BrokenData, RecommendedAction.Quarantine), (triage.Cause, triage.Action));
    }

    [Fact]
    public void SoundBatch_FromTheSameSource_Passes()
    {
        using var training = Rows(4000, 1, 1);
        using var same = Rows(500, 2, 1);
        var reference = Profiler.Profile(training, SchemaOverrides.None, s_count);
        Assert.Equal(Verdict.Pass, QualityPolicy.Judge(BatchCounter.Count(same, reference, s_count), reference, new QualityOptions()).Verdict);
    }

    private static BatchInput Rows(int count, int seed, double factor)
    {
        double[] lengths = Samples.Normal(count, seed, 120, 30), weights = Samples.LogNormal(count, seed + 100);
        string[] shops = Samples.Zipf(count, seed + 200, 12);
        var text = new StringBuilder("length,weight,shop,items\n");
        for (int i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"{lengths[i] * factor:F3},{weights[i]:F4},{shops[i]},{i % 9}\n");
        return BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "rows.csv");
    }

    private static Fingerprint Stored(Fingerprint fingerprint)
    {
        using var stream = new MemoryStream();
        FingerprintFile.Write(fingerprint, stream);
        stream.Position = 0;
        return FingerprintFile.Read(stream, "stored.hfp");
    }
}
