namespace Homeostat.Loop;

/// <summary>What came of keeping a batch's predictions.</summary>
/// <param name="Rows">Predictions kept.</param>
/// <param name="WithoutId">Rows left out because they have no id.</param>
/// <param name="WithoutPrediction">Rows left out because they have no prediction.</param>
public sealed record PredictionLogCounts(long Rows, long WithoutId, long WithoutPrediction);
