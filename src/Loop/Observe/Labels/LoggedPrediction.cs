namespace Homeostat.Loop;

/// <summary>What a model answered for one row, kept until its label comes.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Prediction">The answer as text.</param>
/// <param name="Score">The score beside it; null when there is none.</param>
/// <param name="Time">When, UTC; null when the batch does not say.</param>
public readonly record struct LoggedPrediction(string Id, string Prediction, double? Score, DateTimeOffset? Time);
