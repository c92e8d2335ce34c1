namespace Homeostat.Loop;

/// <summary>Section <c>judge/signals</c>: a threshold each, null for off.</summary>
internal static class SignalForms
{
    internal static ObjectForm<DriftOptions> Signals { get; } = new(
    [
        Unbounded(nameof(DriftOptions.Psi), o => o.Psi, (o, v) => o with { Psi = v }),
        UpToOne(nameof(DriftOptions.JensenShannon), o => o.JensenShannon, (o, v) => o with { JensenShannon = v }),
        Unbounded(nameof(DriftOptions.Wasserstein), o => o.Wasserstein, (o, v) => o with { Wasserstein = v }),
        UpToOne(nameof(DriftOptions.KolmogorovSmirnov), o => o.KolmogorovSmirnov, (o, v) => o with { KolmogorovSmirnov = v }),
        UpToOne(nameof(DriftOptions.Hellinger), o => o.Hellinger, (o, v) => o with { Hellinger = v }),
        UpToOne(nameof(DriftOptions.MissingRate), o => o.MissingRate, (o, v) => o with { MissingRate = v }),
        UpToOne(nameof(DriftOptions.TypeErrorRate), o => o.TypeErrorRate, (o, v) => o with { TypeErrorRate = v }),
        UpToOne(nameof(DriftOptions.UnseenRate), o => o.UnseenRate, (o, v) => o with { UnseenRate = v }),
        UpToOne(nameof(DriftOptions.OutOfRangeRate), o => o.OutOfRangeRate, (o, v) => o with { OutOfRangeRate = v }),
    ]);

    private static Member<DriftOptions> Unbounded(string signal, Func<DriftOptions, double?> get, Func<DriftOptions, double?, DriftOptions> with) =>
        Signal(signal, Of.NotNegative, get, with);

    private static Member<DriftOptions> UpToOne(string signal, Func<DriftOptions, double?> get, Func<DriftOptions, double?, DriftOptions> with) =>
        Signal(signal, Of.Share, get, with);

    private static Member<DriftOptions> Signal(
        string signal, NumberForm<double> form, Func<DriftOptions, double?> get, Func<DriftOptions, double?, DriftOptions> with) =>
        Of.Group(JsonWords.Camel(signal), Of.Doc<DriftOptions>(signal),
            Of.Named("threshold", "The threshold; null turns the signal off.", Of.Optional(form), get, with));
}
