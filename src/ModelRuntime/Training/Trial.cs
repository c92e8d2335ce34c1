namespace Homeostat.ModelRuntime;

/// <summary>Settings that were tried.</summary>
/// <param name="L2">The ridge, in rows.</param>
/// <param name="Straightening">The straightening, in rows.</param>
/// <param name="Loss">Mean loss on the latest rows.</param>
internal sealed record Trial(double L2, double Straightening, double Loss);
