namespace Homeostat.Loop;

/// <summary>What the number of machines behind a deployment follows.</summary>
public enum AutoscaleSignal
{
    /// <summary>The processors' load, in percent.</summary>
    Cpu,

    /// <summary>The 95th percentile of latency, in milliseconds.</summary>
    Latency,
}
