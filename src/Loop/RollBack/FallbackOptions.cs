namespace Homeostat.Loop;

/// <summary>Where the circuit breaker sends traffic when the champion itself fails, and when it does.</summary>
public sealed record FallbackOptions
{
    /// <summary>The deployment; null: the previous champion while it is warm.</summary>
    public string? Deployment { get; init; }

    /// <summary>A model version to deploy when <see cref="Deployment"/> is not there.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Share of failed requests in a minute that opens the breaker, 0 to 1. Default 0.05.</summary>
    public double FailureRate { get; init; } = 0.05;

    /// <summary>Fewest requests in that minute. Default 20.</summary>
    public long MinimumRequests { get; init; } = 20;
}
