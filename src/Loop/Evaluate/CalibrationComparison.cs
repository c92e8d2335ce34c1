namespace Homeostat.Loop;

/// <summary>Expected calibration errors of both models; for several classes that of the top answer.</summary>
/// <param name="Challenger">The challenger's, 0 to 1.</param>
/// <param name="Champion">The champion's.</param>
/// <param name="Increase">Interval of the increase; null when it cannot be told.</param>
public sealed record CalibrationComparison(double Challenger, double Champion, MetricInterval? Increase);
