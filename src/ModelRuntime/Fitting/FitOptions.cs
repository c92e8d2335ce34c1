namespace Homeostat.ModelRuntime;

/// <summary>How much a fit is held back from what the rows alone would say, in the unit of rows.</summary>
/// <param name="Ridge">Pulls every weight towards none, as so many rows would.</param>
/// <param name="Smoothing">Pulls each bin towards the line through its neighbours.</param>
internal sealed record FitOptions(double Ridge, double Smoothing);
