namespace Homeostat.ModelRuntime;

/// <summary>The end of a fit.</summary>
/// <param name="Coefficients">The model.</param>
/// <param name="Value">Mean loss and price.</param>
/// <param name="Evaluations">Passes over the rows.</param>
internal sealed record Fit(Coefficients Coefficients, double Value, int Evaluations);
