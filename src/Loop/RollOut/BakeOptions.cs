namespace Homeostat.Loop;

/// <summary>How long a promoted challenger is watched while the old deployment stays warm.</summary>
public sealed record BakeOptions
{
    /// <summary>How long. Default 24 hours.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How often it is looked at. Default 5 minutes.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);
}
