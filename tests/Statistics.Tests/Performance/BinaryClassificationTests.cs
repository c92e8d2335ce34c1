using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers: import sklearn.metrics as sk (1.2.1); t, p and w as below; f in (sk.precision_score, sk.recall_score, sk.f1_score)
public class BinaryClassificationTests
{
    internal static readonly int[] Truth = [1, 0, 1, 1, 0, 0, 1, 0];
    internal static readonly double[] Weights = [1, 2, 3, 1, 1, 0.5, 2, 1];
    private static readonly int[] _predicted = [1, 1, 0, 1, 0, 0, 1, 0];

    [Fact]
    public void Scores_AgreeWithScikitLearn()
    {
        // [f(t, p) for f in ...]
        Assert.Equal(0.75, BinaryClassification.Precision(Truth, _predicted));
        Assert.Equal(0.75, BinaryClassification.Recall(Truth, _predicted));
        Assert.Equal(0.75, BinaryClassification.F1(Truth, _predicted));
    }

    [Fact]
    public void Scores_WithWeights_AgreeWithScikitLearn()
    {
        // [f(t, p, sample_weight=w) for f in ...]
        Close.To(0.6666666666666666, BinaryClassification.Precision(Truth, _predicted, Weights));
        Close.To(0.5714285714285714, BinaryClassification.Recall(Truth, _predicted, Weights));
        Close.To(0.6153846153846153, BinaryClassification.F1(Truth, _predicted, Weights));
    }

    [Fact]
    public void Positive_NamesTheClassThatCounts()
    {
        // sk.precision_score([2,2,5,0], [2,5,5,2], labels=[2], average=None), likewise recall and f1: 1/2
        Assert.Equal(0.5, BinaryClassification.Precision([2, 2, 5, 0], [2, 5, 5, 2], positive: 2));
        Assert.Equal(0.5, BinaryClassification.Recall([2, 2, 5, 0], [2, 5, 5, 2], positive: 2));
        Assert.Equal(0.5, BinaryClassification.F1([2, 2, 5, 0], [2, 5, 5, 2], positive: 2));
    }

    [Fact]
    public void Ratio_WithNothingBelowTheLine_IsZero()
    {
        Assert.Equal(0, BinaryClassification.Precision([1, 0], [0, 0])); // sk.precision_score([1,0], [0,0])
        Assert.Equal(0, BinaryClassification.Recall([0, 0], [1, 0])); // sk.recall_score([0,0], [1,0])
        Assert.Equal(0, BinaryClassification.F1([0, 0], [0, 0])); // sk.f1_score([0,0], [0,0])
    }

    [Fact]
    public void Weights_WithNaN_GiveNaN()
    {
        Assert.True(double.IsNaN(BinaryClassification.Precision([1], [1], [double.NaN])));
        Assert.True(double.IsNaN(BinaryClassification.Recall([1], [1], [double.NaN])));
        Assert.True(double.IsNaN(BinaryClassification.F1([1], [1], [double.NaN])));
    }

    [Fact]
    public void Inputs_OfBadShapeOrValue_AreErrors()
    {
        Assert.Throws<ArgumentException>("truth", () => BinaryClassification.F1([], []));
        Assert.Throws<ArgumentException>("predicted", () => BinaryClassification.Recall([1], [1, 2]));
        Assert.Throws<ArgumentException>("weights", () => BinaryClassification.Precision([1, 0], [1, 0], [0, 0]));
    }

    [Fact]
    public void F1_OfAnyRows_IsTheHarmonicMean() => Seeded.Holds(Cases.Rows, rows =>
    {
        int[] truth = [.. rows.Select(row => row.Truth)], predicted = [.. rows.Select(row => row.Predicted)];
        double precision = BinaryClassification.Precision(truth, predicted), recall = BinaryClassification.Recall(truth, predicted);
        double expected = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return Math.Abs(expected - BinaryClassification.F1(truth, predicted)) < 1e-14;
    });
}
