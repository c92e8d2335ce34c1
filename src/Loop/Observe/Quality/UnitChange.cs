namespace Homeostat.Loop;

/// <summary>A change of unit that explains a column: every value is <c>Factor * the reference's + Offset</c>.</summary>
/// <param name="Name">The units, as "metres to feet".</param>
/// <param name="Factor">What the reference's values are multiplied by.</param>
/// <param name="Offset">What is added then.</param>
/// <param name="Distance">Kolmogorov-Smirnov distance between batch and reference as they are, 0 to 1.</param>
/// <param name="DistanceLeft">The same after the reference was brought to the other unit.</param>
public sealed record UnitChange(string Name, double Factor, double Offset, double Distance, double DistanceLeft);
