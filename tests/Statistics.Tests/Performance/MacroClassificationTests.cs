using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers: import sklearn.metrics as sk (1.2.1); a = dict(average='macro', zero_division=0)
//   [f(t, p, **a) for f in (sk.precision_score, sk.recall_score, sk.f1_score)]
public class MacroClassificationTests
{
    [Theory]
    [InlineData(false, 0.611111111111111, 0.611111111111111, 0.611111111111111)]
    [InlineData(true, 0.6873015873015872, 0.6904761904761906, 0.652014652014652)] // with sample_weight=w
    public void Scores_AgreeWithScikitLearn(bool weighted, double precision, double recall, double f1)
    {
        double[] weights = weighted ? ClassificationTests.Weights : [];
        Close.To(precision, MacroClassification.Precision(ClassificationTests.Truth, ClassificationTests.Predicted, weights));
        Close.To(recall, MacroClassification.Recall(ClassificationTests.Truth, ClassificationTests.Predicted, weights));
        Close.To(f1, MacroClassification.F1(ClassificationTests.Truth, ClassificationTests.Predicted, weights));
    }

    [Theory]
    [InlineData(new double[0], 0.25, 0.375, 0.29166666666666663)]
    [InlineData(new[] { 1.0, 1, 0, 2, 1 }, 0.08333333333333333, 0.125, 0.1)] // with sample_weight=[1,1,0,2,1]
    public void Scores_WithMissingClasses_CountThemAsZero(double[] weights, double precision, double recall, double f1)
    {
        int[] truth = [0, 0, 1, 3, 3], predicted = [0, 1, 1, 0, 5];
        Close.To(precision, MacroClassification.Precision(truth, predicted, weights));
        Close.To(recall, MacroClassification.Recall(truth, predicted, weights));
        Close.To(f1, MacroClassification.F1(truth, predicted, weights));
    }

    [Fact]
    public void Weights_WithNaN_GiveNaN() => Assert.True(double.IsNaN(MacroClassification.F1([1], [1], [double.NaN])));

    [Fact]
    public void Inputs_OfBadShapeOrValue_AreErrors()
    {
        Assert.Throws<ArgumentException>("truth", () => MacroClassification.F1([], []));
        Assert.Throws<ArgumentException>("predicted", () => MacroClassification.Recall([1], [1, 2]));
        Assert.Throws<ArgumentException>("truth", () => MacroClassification.Precision([-1], [1]));
        Assert.Throws<ArgumentException>("predicted", () => MacroClassification.Precision([1], [int.MaxValue]));
        Assert.Throws<ArgumentException>("weights", () => MacroClassification.Precision([1], [1], [0]));
    }

    [Fact]
    public void Recall_WhenEveryClassOccurs_IsTheBalancedAccuracy() => Seeded.Holds(Cases.Rows, rows =>
    {
        int[] truth = [.. rows.Select(row => row.Truth), 0, 1, 2], predicted = [.. rows.Select(row => row.Predicted), 1, 1, 0];
        return MacroClassification.Recall(truth, predicted) == Classification.BalancedAccuracy(truth, predicted);
    });
}
