namespace Homeostat.Loop;

/// <summary>Traffic to be written.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Split">Who gets what.</param>
public sealed record TrafficWrite(string Endpoint, TrafficSplit Split);
