namespace Homeostat.Loop;

/// <summary>What signals are called in rules, in JSON and by people.</summary>
internal static class SignalNames
{
    /// <summary>The rule that judges a signal, with its version.</summary>
    public static string Rule(DriftSignal signal) => Json(signal) + "/1";

    /// <summary>The name in JSON.</summary>
    public static string Json(DriftSignal signal) => signal switch
    {
        DriftSignal.Presence => "presence",
        DriftSignal.Psi => "psi",
        DriftSignal.JensenShannon => "jensenShannon",
        DriftSignal.Wasserstein => "wassersteinNormalised",
        DriftSignal.KolmogorovSmirnov => "ks",
        DriftSignal.Hellinger => "hellinger",
        DriftSignal.MissingRate => "missingRate",
        DriftSignal.TypeErrorRate => "typeErrorRate",
        DriftSignal.UnseenRate => "unseenRate",
        DriftSignal.OutOfRangeRate => "outOfRangeRate",
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "This is not a drift signal. It has no name. Pass one of the enum's members."),
    };

    /// <summary>The name in sentences.</summary>
    public static string Words(DriftSignal signal) => signal switch
    {
        DriftSignal.Psi => "PSI",
        DriftSignal.JensenShannon => "Jensen-Shannon",
        DriftSignal.Wasserstein => "Wasserstein (in sd)",
        DriftSignal.KolmogorovSmirnov => "Kolmogorov-Smirnov",
        DriftSignal.Hellinger => "Hellinger",
        DriftSignal.MissingRate => "missing rate",
        DriftSignal.TypeErrorRate => "type error rate",
        DriftSignal.UnseenRate => "unseen rate",
        DriftSignal.OutOfRangeRate => "out-of-range rate",
        _ => "presence",
    };

    /// <summary>Whether the signal is the increase of a rate.</summary>
    public static bool IsRate(DriftSignal signal) => signal >= DriftSignal.MissingRate;
}
