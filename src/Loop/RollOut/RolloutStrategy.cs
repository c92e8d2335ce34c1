namespace Homeostat.Loop;

/// <summary>How traffic moves from champion to challenger.</summary>
public enum RolloutStrategy
{
    /// <summary>Few, growing steps: 5, 25, 50, 100 %.</summary>
    Canary,

    /// <summary>A mirror of live requests whose answers nobody gets, then canary steps.</summary>
    Shadow,

    /// <summary>Ten equal steps.</summary>
    Linear,

    /// <summary>All at once, with the old deployment kept warm.</summary>
    BlueGreen,

    /// <summary>Half and half by a request key, decided once on the outcome.</summary>
    AbTest,
}
