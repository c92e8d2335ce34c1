using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>What a policy file calls the signals, and where their thresholds may lie.</summary>
internal static class PolicySignals
{
    internal static readonly string[] Names =
    [
        "psi", "jensenShannon", "wasserstein", "kolmogorovSmirnov", "hellinger",
        "missingRate", "typeErrorRate", "unseenRate", "outOfRangeRate",
    ];

    /// <summary>The largest value a signal can take.</summary>
    internal static double Most(string name) => name is "psi" or "wasserstein" ? double.PositiveInfinity : 1;

    internal static DriftOptions With(DriftOptions options, string name, double? threshold) => name switch
    {
        "psi" => options with { Psi = threshold },
        "jensenShannon" => options with { JensenShannon = threshold },
        "wasserstein" => options with { Wasserstein = threshold },
        "kolmogorovSmirnov" => options with { KolmogorovSmirnov = threshold },
        "hellinger" => options with { Hellinger = threshold },
        "missingRate" => options with { MissingRate = threshold },
        "typeErrorRate" => options with { TypeErrorRate = threshold },
        "unseenRate" => options with { UnseenRate = threshold },
        "outOfRangeRate" => options with { OutOfRangeRate = threshold },
        _ => throw new ArgumentException($"'{name}' is no signal of a policy file. Its threshold would be lost. Add it to {nameof(PolicySignals)}.", nameof(name)),
    };
}
