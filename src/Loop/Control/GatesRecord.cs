namespace Homeostat.Loop;

/// <summary>The gates ran: evidence of a journal record, from which the decision is made again.</summary>
internal sealed record GatesRecord(EvaluationSummary Summary, GateOptions Options, GatesVerdict Verdict);
