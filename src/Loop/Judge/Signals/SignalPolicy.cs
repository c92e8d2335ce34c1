namespace Homeostat.Loop;

/// <summary>
/// The rule of every signal, version 1: not above the threshold is Pass; above it and beyond chance is Fail; above it and within chance is
/// Inconclusive, with the size that would tell. Significance alone never fails anything.
/// </summary>
internal static class SignalPolicy
{
    public static SignalVerdict Judge(Finding finding, double threshold, double alpha)
    {
        var verdict = new SignalVerdict
        {
            Signal = finding.Signal,
            Verdict = Verdict.Pass,
            Observed = finding.Observed,
            Threshold = threshold,
            ReferenceCount = finding.Sizes.Reference,
            CurrentCount = finding.Sizes.Current,
            Rule = SignalNames.Rule(finding.Signal),
            Reason = SignalWords.Below(finding, threshold),
        };
        return finding.Observed > threshold ? Weigh(verdict, finding, alpha) : verdict;
    }

    private static SignalVerdict Weigh(SignalVerdict verdict, Finding finding, double alpha)
    {
        double p = finding.PValue(), threshold = verdict.Threshold!.Value;
        verdict = verdict with { PValue = p, Alpha = alpha };
        if (p < alpha) return verdict with { Verdict = Verdict.Fail, Reason = SignalWords.Above(finding, threshold, p) };
        var need = finding.Need(threshold);
        if (finding.Signal == DriftSignal.Wasserstein && need.Current <= finding.Sizes.Current)
            return verdict with { Reason = SignalWords.FewExtremes(finding, threshold, p) };
        need = need with { Current = AtLeastMore(need.Current, finding.Sizes.Current) };
        return verdict with
        {
            Verdict = Verdict.Inconclusive,
            NeededCount = need.Current,
            Reason = SignalWords.HeldBack(finding, threshold, p, need),
        };
    }

    // The formulas are approximations: where they say "enough" and the test says "chance", twice the batch is the honest answer.
    private static long? AtLeastMore(long? needed, long current) => needed <= current ? 2 * current : needed;
}
