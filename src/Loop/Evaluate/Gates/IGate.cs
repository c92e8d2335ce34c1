namespace Homeostat.Loop;

/// <summary>One question a challenger must answer.</summary>
internal interface IGate
{
    RuleVerdict Judge(EvaluationSummary summary, GateOptions options);
}
