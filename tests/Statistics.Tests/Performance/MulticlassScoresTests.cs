using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers: import sklearn.metrics as sk (1.2.1); t, w of ClassificationTests; mp as below, three to a row
public class MulticlassScoresTests
{
    private static readonly double[] _probabilities =
    [
        0.7, 0.2, 0.1,
        0.1, 0.8, 0.1,
        0.3, 0.3, 0.4,
        0, 0, 1,
        1, 0, 0,
        0.2, 0.5, 0.3,
        0.1, 0.1, 0.8,
        0.25, 0.5, 0.25,
    ];

    [Fact]
    public void LogLoss_AgreesWithScikitLearn()
    {
        // sk.log_loss(t, mp, labels=[0,1,2])
        Close.To(5.008186407569064, MulticlassScores.LogLoss(ClassificationTests.Truth, _probabilities, 3));
        // sk.log_loss(t, mp, labels=[0,1,2], sample_weight=w)
        Close.To(10.459868441045417, MulticlassScores.LogLoss(ClassificationTests.Truth, _probabilities, 3, ClassificationTests.Weights));
    }

    [Fact]
    public void LogLoss_OfRowsThatDoNotSumToOne_ScalesThem() =>
        // sk.log_loss([0,1], [[.2,.2],[.5,1.]], labels=[0,1])
        Close.To(0.5493061443340549, MulticlassScores.LogLoss([0, 1], [0.2, 0.2, 0.5, 1], 2));

    [Fact]
    public void LogLoss_OfARowOfZeros_IsTheUniformOne() => Close.To(Math.Log(4), MulticlassScores.LogLoss([2], [0, 0, 0, 0], 4));

    [Fact]
    public void LogLoss_WithNaN_IsNaN()
    {
        Assert.True(double.IsNaN(MulticlassScores.LogLoss([0], [double.NaN, 0.5], 2)));
        Assert.True(double.IsNaN(MulticlassScores.LogLoss([0], [0.5, 0.5], 2, [double.NaN])));
    }

    [Fact]
    public void LogLoss_OfBadInput_IsAnError()
    {
        Assert.Throws<ArgumentException>("truth", () => MulticlassScores.LogLoss([], [], 2));
        Assert.Throws<ArgumentException>("probabilities", () => MulticlassScores.LogLoss([0], [0.5], 2));
        Assert.Throws<ArgumentException>("probabilities", () => MulticlassScores.LogLoss([0], [0.5, 1.5], 2));
        Assert.Throws<ArgumentException>("truth", () => MulticlassScores.LogLoss([2], [0.5, 0.5], 2));
        Assert.Throws<ArgumentException>("truth", () => MulticlassScores.LogLoss([-1], [0.5, 0.5], 2));
        Assert.Throws<ArgumentException>("weights", () => MulticlassScores.LogLoss([0], [0.5, 0.5], 2, [1, 2]));
        Assert.Throws<ArgumentException>("weights", () => MulticlassScores.LogLoss([0], [0.5, 0.5], 2, [0]));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => MulticlassScores.LogLoss([0], [1], 1));
    }

    [Fact]
    public void LogLoss_OfTwoClasses_IsTheBinaryOne() => Seeded.Holds(Cases.Rows, rows =>
    {
        int[] truth = [.. rows.Select(row => row.Truth)];
        double[] pairs = [.. rows.SelectMany(row => new[] { 1 - row.Probability, row.Probability })];
        double binary = ProbabilityScores.LogLoss(truth, [.. rows.Select(row => row.Probability)]);
        return Math.Abs(binary - MulticlassScores.LogLoss(truth, pairs, 2)) <= 1e-12 * Math.Max(1, binary);
    });
}
