namespace Homeostat.ModelRuntime.MLNet;

/// <summary>What <c>model.zip</c> does not say: how values become its vector, and what its answer stands for.</summary>
/// <param name="Task">What it answers.</param>
/// <param name="Shapes">Its features, in the order of the vector.</param>
/// <param name="Scale">The unit of a number that it answers.</param>
internal sealed record ModelPlan(ModelTask Task, FeatureShape[] Shapes, TargetScale Scale);
