using Homeostat.Loop;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>The trainer for a task. All get the same columns: <see cref="LearnedRow"/> says which.</summary>
internal static class Trainers
{
    // Several threads race for the same weights: the same rows would give another model each time.
    private const int SdcaThreads = 1;

    internal static IEstimator<ITransformer> For(MLContext context, TrainerSettings settings, TaskKind task, int seed) => (settings.Kind, task) switch
    {
        (TrainerKind.FastTree, TaskKind.Binary) => context.BinaryClassification.Trainers.FastTree(Trees<FastTreeBinaryTrainer.Options>(settings, nameof(LearnedRow.IsPositive), seed)),
        (TrainerKind.FastTree, TaskKind.Regression) => context.Regression.Trainers.FastTree(Trees<FastTreeRegressionTrainer.Options>(settings, nameof(LearnedRow.Number), seed)),
        // Trees tell two classes apart: one model a class, against all others.
        (TrainerKind.FastTree, _) => context.MulticlassClassification.Trainers.OneVersusAll(
            context.BinaryClassification.Trainers.FastTree(Trees<FastTreeBinaryTrainer.Options>(settings, nameof(LearnedRow.Class), seed)), nameof(LearnedRow.Class)),
        (_, TaskKind.Binary) => context.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(LearnedRow.IsPositive),
            FeatureColumnName = nameof(LearnedRow.Features),
            ExampleWeightColumnName = nameof(LearnedRow.Weight),
            L2Regularization = (float?)settings.L2,
            NumberOfThreads = SdcaThreads,
        }),
        (_, TaskKind.Regression) => context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
        {
            LabelColumnName = nameof(LearnedRow.Number),
            FeatureColumnName = nameof(LearnedRow.Features),
            ExampleWeightColumnName = nameof(LearnedRow.Weight),
            L2Regularization = (float?)settings.L2,
            NumberOfThreads = SdcaThreads,
        }),
        _ => context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(LearnedRow.Class),
            FeatureColumnName = nameof(LearnedRow.Features),
            ExampleWeightColumnName = nameof(LearnedRow.Weight),
            L2Regularization = (float?)settings.L2,
            NumberOfThreads = SdcaThreads,
        }),
    };

    private static T Trees<T>(TrainerSettings settings, string label, int seed)
        where T : BoostedTreeOptions, new() => new()
        {
            LabelColumnName = label,
            FeatureColumnName = nameof(LearnedRow.Features),
            ExampleWeightColumnName = nameof(LearnedRow.Weight),
            NumberOfTrees = settings.Trees,
            NumberOfLeaves = settings.Leaves,
            MinimumExampleCountPerLeaf = settings.LeafRows,
            LearningRate = settings.Rate,
            Seed = seed,
        };
}
