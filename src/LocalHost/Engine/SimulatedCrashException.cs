namespace Homeostat.LocalHost;

/// <summary>Thrown by an <see cref="IEngineProbe"/> to stop the engine as a power cut would: it does nothing more, not even close files tidily.</summary>
/// <param name="message">Where it was.</param>
public sealed class SimulatedCrashException(string message) : Exception(message);
