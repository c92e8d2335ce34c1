namespace Homeostat.Loop;

/// <summary>What breaches apart from the others.</summary>
internal enum BreachSignal
{
    Drift,

    Predictions,

    Performance,
}
