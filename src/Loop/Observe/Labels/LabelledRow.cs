namespace Homeostat.Loop;

/// <summary>A prediction whose label came.</summary>
/// <param name="Prediction">What was answered.</param>
/// <param name="Label">What was right.</param>
/// <param name="LabelledAt">When the label arrived first, UTC.</param>
public readonly record struct LabelledRow(LoggedPrediction Prediction, string Label, DateTimeOffset LabelledAt);
