namespace Homeostat.Loop;

/// <summary>A model's answer for one row.</summary>
/// <param name="Answer">The class as text, or the number in invariant form.</param>
/// <param name="Score">Probability of the answer for more than two classes, of the positive class for two; null when the model gives none.</param>
public sealed record RowPrediction(string Answer, double? Score);
