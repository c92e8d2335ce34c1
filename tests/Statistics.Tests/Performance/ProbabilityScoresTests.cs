using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers: import sklearn.metrics as sk (1.2.1); t, w of BinaryClassificationTests; pr as below
public class ProbabilityScoresTests
{
    internal static readonly double[] Probabilities = [0.9, 0.4, 0.35, 1, 0.1, 0, 0.7, 0.8];

    [Fact]
    public void LogLoss_AgreesWithScikitLearn()
    {
        Close.To(0.4671852044941443, ProbabilityScores.LogLoss(BinaryClassificationTests.Truth, Probabilities)); // sk.log_loss(t, pr)
        // sk.log_loss(t, pr, sample_weight=w)
        Close.To(
            0.5830109958830638,
            ProbabilityScores.LogLoss(BinaryClassificationTests.Truth, Probabilities, BinaryClassificationTests.Weights));
    }

    [Fact]
    public void LogLoss_OfImpossibleEvents_IsClippedAsScikitLearn()
    {
        Close.To(36.04365338911715, ProbabilityScores.LogLoss([1, 0], [0, 1])); // sk.log_loss([1,0], [0.,1.])
        // sk.log_loss([1,0,0,1], [1e-20,.25,1.,.5])
        Close.To(18.26703400781151, ProbabilityScores.LogLoss([1, 0, 0, 1], [1e-20, 0.25, 1, 0.5]));
        Close.To(36.04365338911715, ProbabilityScores.LogLoss([1], [double.Epsilon]));
    }

    [Fact]
    public void LogLoss_OfSmallProbabilities_KeepsItsDigits() =>
        // mpmath: -log1p(-mpf(1e-10))
        Close.To(1.00000000005e-10, ProbabilityScores.LogLoss([0], [1e-10]));

    [Fact]
    public void Brier_AgreesWithScikitLearn()
    {
        // sk.brier_score_loss(t, pr)
        Close.To(0.16656250000000003, ProbabilityScores.Brier(BinaryClassificationTests.Truth, Probabilities));
        // sk.brier_score_loss(t, pr, sample_weight=w)
        Close.To(
            0.21108695652173914,
            ProbabilityScores.Brier(BinaryClassificationTests.Truth, Probabilities, BinaryClassificationTests.Weights));
    }

    [Fact]
    public void Scores_WithAnotherPositiveClass_CountIt()
    {
        Assert.Equal(0.0625, ProbabilityScores.Brier([5, 4], [0.75, 0.25], positive: 5)); // (.25**2 + .25**2)/2
        Close.To(-Math.Log(0.75), ProbabilityScores.LogLoss([5, 4], [0.75, 0.25], positive: 5));
    }

    [Fact]
    public void Scores_WithNaN_AreNaN()
    {
        Assert.True(double.IsNaN(ProbabilityScores.LogLoss([1, 0], [0.5, double.NaN])));
        Assert.True(double.IsNaN(ProbabilityScores.LogLoss([1, 0], [7, double.NaN])));
        Assert.True(double.IsNaN(ProbabilityScores.Brier([1, 0], [0.5, 0.5], [double.NaN, 1])));
    }

    [Theory]
    [InlineData(-1e-12)]
    [InlineData(1.0000000000000002)]
    [InlineData(double.PositiveInfinity)]
    public void Probability_OutsideZeroToOne_IsAnError(double probability)
    {
        Assert.Throws<ArgumentException>("probabilities", () => ProbabilityScores.LogLoss([1], [probability]));
        Assert.Throws<ArgumentException>("probabilities", () => ProbabilityScores.Brier([1], [probability]));
    }

    [Fact]
    public void Inputs_OfBadShape_AreErrors()
    {
        Assert.Throws<ArgumentException>("truth", () => ProbabilityScores.LogLoss([], []));
        Assert.Throws<ArgumentException>("probabilities", () => ProbabilityScores.Brier([1], [0.5, 0.5]));
        Assert.Throws<ArgumentException>("weights", () => ProbabilityScores.Brier([1], [0.5], [0]));
    }

    [Fact]
    public void Brier_OfAnyRows_IsAtMostTheLogLoss() => Seeded.Holds(Cases.Rows, rows =>
    {
        // (1-x)^2 <= -ln x on (0, 1]
        int[] truth = [.. rows.Select(row => row.Truth)];
        double[] probabilities = [.. rows.Select(row => row.Probability)], weights = [.. rows.Select(row => row.Weight)];
        double brier = ProbabilityScores.Brier(truth, probabilities, weights);
        return brier is >= 0 and <= 1 && brier <= ProbabilityScores.LogLoss(truth, probabilities, weights) + 1e-14;
    });
}
