namespace Homeostat.Loop;

/// <summary>The artifact fits.</summary>
internal sealed class SizeGate : IGate
{
    private const double Mebibyte = 1 << 20;

    private const string Name = "artifact-size/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.MaximumArtifactBytes is not { } most) return GateWords.Off(Name);
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = summary.ArtifactBytes <= most ? Verdict.Pass : Verdict.Fail,
            Observed = summary.ArtifactBytes,
            Threshold = most,
            Reason = $"The artifact has {Words.Number(summary.ArtifactBytes / Mebibyte)} MiB; {Words.Number(most / Mebibyte)} MiB are allowed.",
        };
    }
}
