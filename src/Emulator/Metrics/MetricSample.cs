namespace Homeostat.Emulator;

/// <summary>One number of one minute, or of one step of a finer grain.</summary>
/// <param name="Minute">Minutes, or steps, since 1970.</param>
/// <param name="Dimensions">Value of each dimension, by its name in lower case.</param>
/// <param name="Value">The number.</param>
internal sealed record MetricSample(long Minute, IReadOnlyDictionary<string, string> Dimensions, double Value);
