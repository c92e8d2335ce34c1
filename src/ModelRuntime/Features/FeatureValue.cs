namespace Homeostat.ModelRuntime;

/// <summary>A value as a model sees it.</summary>
/// <param name="Level">Which of its feature's levels it is.</param>
/// <param name="Place">Where it lies on the feature's line; 0 for categories and missing values.</param>
internal readonly record struct FeatureValue(int Level, float Place);
