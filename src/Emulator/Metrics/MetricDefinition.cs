namespace Homeostat.Emulator;

/// <summary>A metric: its name and unit in Azure's words, what it can be split by, and how it comes from a minute's counts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Dimensions">What it can be split by.</param>
internal sealed record MetricDefinition(string Name, string Unit, string[] Dimensions)
{
    /// <summary>Average only, or Minimum and Maximum too.</summary>
    internal bool HasExtremes { get; init; }

    /// <summary>Whether series of one minute add up to their total; otherwise their mean is told.</summary>
    internal bool AddsUp { get; init; }

    /// <summary>The samples of a minute, by dimensions without the deployment; null when it is not measured here.</summary>
    internal Func<MinuteCounts, IEnumerable<MetricSample>>? Measure { get; init; }

    internal string[] Aggregations => HasExtremes ? ["Average", "Minimum", "Maximum"] : ["Average"];
}
