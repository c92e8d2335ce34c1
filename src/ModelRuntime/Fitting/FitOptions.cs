namespace Homeostat.ModelRuntime;

/// <summary>How much a fit is held back from what the rows alone would say, in the unit of rows.</summary>
/// <param name="Ridge">Pulls every weight towards none, as so many rows would.</param>
/// <param name="Straightening">Pulls each bin of a number towards the feature's straight line.</param>
internal sealed record FitOptions(double Ridge, double Straightening);
