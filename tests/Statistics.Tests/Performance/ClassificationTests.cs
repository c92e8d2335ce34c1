using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers: import sklearn.metrics as sk (1.2.1); t, p and w as below
public class ClassificationTests
{
    internal static readonly int[] Truth = [0, 1, 2, 2, 1, 0, 2, 1];
    internal static readonly int[] Predicted = [0, 2, 2, 2, 1, 1, 0, 1];
    internal static readonly double[] Weights = [1, 2, 0.5, 1, 3, 1, 0.25, 2];

    [Fact]
    public void Accuracy_AgreesWithScikitLearn()
    {
        Assert.Equal(0.625, Classification.Accuracy(Truth, Predicted)); // sk.accuracy_score(t, p)
        Close.To(0.6976744186046512, Classification.Accuracy(Truth, Predicted, Weights)); // sk.accuracy_score(t, p, sample_weight=w)
    }

    [Fact]
    public void BalancedAccuracy_AgreesWithScikitLearn()
    {
        Close.To(0.611111111111111, Classification.BalancedAccuracy(Truth, Predicted)); // sk.balanced_accuracy_score(t, p)
        // sk.balanced_accuracy_score(t, p, sample_weight=w)
        Close.To(0.6904761904761906, Classification.BalancedAccuracy(Truth, Predicted, Weights));
    }

    [Fact]
    public void BalancedAccuracy_WithClassesOnlyPredictedOrWithoutWeight_LeavesThemOut()
    {
        int[] truth = [0, 0, 1, 3, 3], predicted = [0, 1, 1, 0, 5];
        Assert.Equal(0.5, Classification.BalancedAccuracy(truth, predicted)); // sk.balanced_accuracy_score(t, p)
        // sk.balanced_accuracy_score(t, p, sample_weight=[1,1,0,2,1])
        Assert.Equal(0.25, Classification.BalancedAccuracy(truth, predicted, [1, 1, 0, 2, 1]));
    }

    [Fact]
    public void Accuracy_OfOneRow_IsZeroOrOne()
    {
        Assert.Equal(1, Classification.Accuracy([7], [7]));
        Assert.Equal(0, Classification.Accuracy([7], [-7]));
        Assert.Equal(1, Classification.BalancedAccuracy([7], [7]));
        Assert.Equal(0, Classification.BalancedAccuracy([7], [8]));
    }

    [Fact]
    public void Accuracy_WithExtremeWeights_UsesTheirShares()
    {
        Assert.Equal(0.75, Classification.Accuracy([1, 1], [1, 0], [1.5e308, 0.5e308]));
        Assert.Equal(0.75, Classification.Accuracy([1, 1], [1, 0], [3 * double.Epsilon, double.Epsilon]));
    }

    [Fact]
    public void Weights_WithNaN_GiveNaN()
    {
        Assert.True(double.IsNaN(Classification.Accuracy([1, 1], [1, 0], [double.NaN, 1])));
        Assert.True(double.IsNaN(Classification.BalancedAccuracy([1, 1], [1, 0], [double.NaN, 1])));
    }

    [Fact]
    public void Inputs_OfBadShapeOrValue_AreErrors()
    {
        Assert.Throws<ArgumentException>("truth", () => Classification.Accuracy([], []));
        Assert.Throws<ArgumentException>("predicted", () => Classification.Accuracy([1], [1, 2]));
        Assert.Throws<ArgumentException>("weights", () => Classification.Accuracy([1], [1], [1, 2]));
        Assert.Throws<ArgumentException>("weights", () => Classification.Accuracy([1, 2], [1, 2], [1, -1]));
        Assert.Throws<ArgumentException>("weights", () => Classification.Accuracy([1, 2], [1, 2], [0, 0]));
        Assert.Throws<ArgumentException>("weights", () => Classification.Accuracy([1], [1], [double.PositiveInfinity]));
        Assert.Throws<ArgumentException>("truth", () => Classification.BalancedAccuracy([-1], [1]));
        Assert.Throws<ArgumentException>("predicted", () => Classification.BalancedAccuracy([1], [65_536]));
        Assert.Equal(1, Classification.BalancedAccuracy([65_535], [65_535]));
    }

    [Fact]
    public void Scores_OfAnyRows_KeepBoundsAndOrder() => Seeded.Holds(Cases.Rows, rows =>
    {
        int[] truth = [.. rows.Select(row => row.Truth)], predicted = [.. rows.Select(row => row.Predicted)];
        double[] weights = [.. rows.Select(row => row.Weight)];
        double accuracy = Classification.Accuracy(truth, predicted, weights);
        double balanced = Classification.BalancedAccuracy(truth, predicted, weights);
        double reversed = Classification.BalancedAccuracy(Cases.Reversed(truth), Cases.Reversed(predicted), Cases.Reversed(weights));
        return accuracy is >= 0 and <= 1 && balanced is >= 0 and <= 1 && balanced == reversed
            && Classification.Accuracy(truth, truth, weights) == 1;
    });
}
