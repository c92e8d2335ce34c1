namespace Homeostat.Loop;

/// <summary>Section <c>triggers</c>.</summary>
internal static class TriggerForms
{
    internal static ObjectForm<TriggerOptions> Triggers { get; } = new(
    [
        Of.Member(nameof(TriggerOptions.Schedule), Of.Optional(Of.Text, Of.Off), (TriggerOptions o) => o.Schedule, (o, v) => o with { Schedule = v }),
        Of.Member(nameof(TriggerOptions.Drift), Of.Switch, (TriggerOptions o) => o.Drift, (o, v) => o with { Drift = v }),
        Of.Member(nameof(TriggerOptions.Performance), Of.Switch, (TriggerOptions o) => o.Performance, (o, v) => o with { Performance = v }),
        Of.Member(nameof(TriggerOptions.NewLabels), Of.Optional(Of.Count(1)), (TriggerOptions o) => o.NewLabels, (o, v) => o with { NewLabels = v }),
        Of.Member(nameof(TriggerOptions.Manual), Of.Switch, (TriggerOptions o) => o.Manual, (o, v) => o with { Manual = v }),
    ]);
}
