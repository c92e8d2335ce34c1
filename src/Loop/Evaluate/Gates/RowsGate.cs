namespace Homeostat.Loop;

/// <summary>Enough labelled rows to say anything.</summary>
internal sealed class RowsGate : IGate
{
    private const string Name = "rows/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.MinimumRows is not { } least) return GateWords.Off(Name);
        var verdict = summary.Rows == 0 ? Verdict.Error : summary.Rows >= least ? Verdict.Pass : Verdict.Inconclusive;
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = verdict,
            Observed = summary.Rows,
            Threshold = least,
            Count = summary.Rows,
            ChampionCount = summary.HasChampion ? summary.Rows : 0,
            NeededCount = verdict == Verdict.Inconclusive ? least : null,
            Reason = $"{Words.Count(summary.Rows)} labelled rows were answered by every model; {Words.Count(least)} are needed{Unreadable(summary)}.",
        };
    }

    private static string Unreadable(EvaluationSummary summary) =>
        summary.UnreadableLabels > 0 ? $" ({Words.Count(summary.UnreadableLabels)} more have a label that cannot be read)" : "";
}
