namespace Homeostat.Loop;

/// <summary>Names the cause of what was judged before anything is done about it.</summary>
public static class TriagePolicy
{
    /// <summary>Version of the table of causes; a verdict's rule is "{name}/{version}".</summary>
    public const int Version = 1;

    /// <summary>Goes down the table of causes; the first row that applies decides.</summary>
    public static TriageVerdict Judge(TriageEvidence evidence, TriageOptions options)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(options);
        var view = new TriageView(evidence, options);
        var applying = TriageRules.All.Where(rule => rule.Applies(view)).ToList();
        var first = applying[0];
        bool blind = evidence is { Quality: null, Drift: null, Performance: null, ErrorRate: null, LatencyRatio: null, UnitChanges.IsEmpty: true };
        return new TriageVerdict
        {
            Verdict = blind ? Verdict.Error : VerdictOf(first.Action),
            Cause = first.Cause,
            Action = first.Action,
            Reason = blind ? "nothing could be judged: there is no evidence" : first.Reason(view),
            Rule = FormattableString.Invariant($"{first.Name}/{Version}"),
            // The last row always applies and says nothing beside another.
            AlsoApplied = [.. applying.Skip(1).SkipLast(1).Select(rule => rule.Name)],
            Evidence = evidence,
            Options = options,
        };
    }

    private static Verdict VerdictOf(RecommendedAction action) => action switch
    {
        RecommendedAction.None => Verdict.Pass,
        RecommendedAction.Watch => Verdict.Inconclusive,
        _ => Verdict.Fail,
    };
}
