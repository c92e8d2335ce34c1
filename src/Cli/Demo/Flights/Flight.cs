namespace Homeostat.Cli;

/// <summary>One flight as the records have it.</summary>
/// <param name="Departure">When it left, local time.</param>
/// <param name="Delay">Minutes late on arrival; negative when early.</param>
/// <param name="Distance">Miles.</param>
/// <param name="Origin">From, as airlines call it: <c>DTW</c>.</param>
/// <param name="Destination">To.</param>
internal sealed record Flight(DateTime Departure, int Delay, int Distance, string Origin, string Destination);
