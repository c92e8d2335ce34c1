namespace Homeostat.Loop;

/// <summary>An interval, and how it was made.</summary>
/// <param name="Lower">Its lower end.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="Confidence">Its level, 0 to 1.</param>
/// <param name="Method">"wilson/1", "newcombe-paired/1" or "bca-bootstrap/1".</param>
public sealed record MetricInterval(double Lower, double Upper, double Confidence, string Method)
{
    /// <summary>Resamples of a bootstrap; 0 for formulas.</summary>
    public int Resamples { get; init; }

    /// <summary>Seed of a bootstrap.</summary>
    public int Seed { get; init; }
}
