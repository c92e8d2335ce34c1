namespace Homeostat.Loop;

/// <summary>Good enough whatever the champion does.</summary>
internal sealed class FloorGate : IGate
{
    private const string Name = "floor/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.Floor is not { } floor) return GateWords.Off(Name);
        if (summary.Challenger is not { } value) return GateWords.Error(Name, summary);
        return OneSided.Close(OneSided.Judge(summary, floor, largerIsWorse: !MetricTraits.IsLargerBetter(summary.Metric)) with
        {
            Rule = Name,
            Reason = $"{MetricTraits.Name(summary.Metric)} is {Words.Number(value)} on {Words.Count(summary.Rows)} rows; "
                + $"{(MetricTraits.IsLargerBetter(summary.Metric) ? "at least" : "at most")} {Words.Number(floor)} is asked for whatever the champion does",
        });
    }
}
