namespace Homeostat.Cli;

/// <summary>Flights, and where they are from.</summary>
/// <param name="Flights">In order of departure.</param>
/// <param name="Source">In a sentence.</param>
internal sealed record FlightRecords(IReadOnlyList<Flight> Flights, string Source);
