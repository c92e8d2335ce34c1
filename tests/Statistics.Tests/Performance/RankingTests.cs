using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers: import sklearn.metrics as sk, numpy as np (sklearn 1.2.1)
public class RankingTests
{
    private const double Infinity = double.PositiveInfinity;
    private static readonly double[] _scores = [0.9, 0.4, 0.4, 0.8, 0.1, 0.4, 0.7, 0.8];

    [Fact]
    public void RocAuc_WithTies_AgreesWithScikitLearn()
    {
        Close.To(0.78125, Ranking.RocAuc(BinaryClassificationTests.Truth, _scores)); // sk.roc_auc_score(t, s)
        // sk.roc_auc_score(t, s, sample_weight=w)
        Close.To(0.7063492063492063, Ranking.RocAuc(BinaryClassificationTests.Truth, _scores, BinaryClassificationTests.Weights));
    }

    [Fact]
    public void RocAuc_OfFiftyTiedRows_AgreesWithScikitLearn()
    {
        int[] truth = [.. Enumerable.Range(0, 50).Select(i => i * 7 % 3 == 0 ? 1 : 0)];
        double[] scores = [.. Enumerable.Range(0, 50).Select(i => i * 13 % 7 / 7.0)];
        // i = np.arange(50); sk.roc_auc_score(i*7%3 == 0, (i*13%7)/7)
        Close.To(0.4625668449197861, Ranking.RocAuc(truth, scores));
    }

    [Fact]
    public void RocAuc_OfOnePositiveAmongManyNegatives_AgreesWithScikitLearn()
    {
        int[] truth = [1, .. new int[999]];
        double[] scores = [0.5, .. Enumerable.Range(0, 999).Select(i => i / 999.0)];
        // sk.roc_auc_score([1] + [0]*999, [.5] + list(np.arange(999)/999))
        Close.To(0.5005005005005005, Ranking.RocAuc(truth, scores));
    }

    [Theory]
    [InlineData(new[] { 0.1, 0.2, 0.8, 0.9 }, 1)]
    [InlineData(new[] { 0.9, 0.8, 0.2, 0.1 }, 0)]
    [InlineData(new[] { 3.0, 3, 3, 3 }, 0.5)]
    [InlineData(new[] { -Infinity, 0, 0, Infinity }, 0.875)]
    [InlineData(new[] { 1, 1, 1.0000000000000002, 1.0000000000000002 }, 1)]
    [InlineData(new[] { 0, -0.0, 5e-324, 5e-324 }, 1)]
    public void RocAuc_OfTwoNegativesThenTwoPositives_CountsPairs(double[] scores, double expected) =>
        Assert.Equal(expected, Ranking.RocAuc([0, 0, 1, 1], scores)); // by hand: won pairs + ties/2, over 4

    [Fact]
    public void RocAuc_WithOneClassOnly_IsNaN()
    {
        Assert.True(double.IsNaN(Ranking.RocAuc([1], [0.5])));
        Assert.True(double.IsNaN(Ranking.RocAuc([0, 0], [0.5, 0.6])));
        Assert.True(double.IsNaN(Ranking.RocAuc([0, 1], [0.5, 0.6], [0, 1])));
    }

    [Fact]
    public void RocAuc_WithZeroWeight_IgnoresTheRow() =>
        Assert.Equal(1, Ranking.RocAuc([0, 1, 0], [0.1, 0.5, 0.9], [1, 1, 0]));

    [Theory]
    [InlineData(1e-320)]
    [InlineData(4e307)]
    public void RocAuc_WithExtremeWeights_UsesTheirShares(double unit) =>
        // by hand: positives weigh 1 (ranked above all) and 3 (below the negative)
        Assert.Equal(0.25, Ranking.RocAuc([0, 1, 1], [0.5, 0.9, 0.1], [unit, unit, 3 * unit]));

    [Fact]
    public void RocAuc_WithNaN_IsNaN()
    {
        Assert.True(double.IsNaN(Ranking.RocAuc([0, 1], [0.5, double.NaN])));
        Assert.True(double.IsNaN(Ranking.RocAuc([0, 1], [0.5, 0.6], [1, double.NaN])));
    }

    [Fact]
    public void RocAuc_OfBadInput_IsAnError()
    {
        Assert.Throws<ArgumentException>("truth", () => Ranking.RocAuc([], []));
        Assert.Throws<ArgumentException>("scores", () => Ranking.RocAuc([0, 1], [0.5]));
        Assert.Throws<ArgumentException>("weights", () => Ranking.RocAuc([0, 1], [0.5, 0.6], [1]));
        Assert.Throws<ArgumentException>("weights", () => Ranking.RocAuc([0, 1], [0.5, 0.6], [0, 0]));
        Assert.Throws<ArgumentException>("weights", () => Ranking.RocAuc([0, 1], [0.5, 0.6], [1, -1]));
    }

    [Fact]
    public void RocAuc_OfAnyRows_KeepsItsSymmetries() => Seeded.Holds(Cases.Rows, rows =>
    {
        int[] truth = [.. rows.Select(row => row.Truth), 0, 1];
        double[] scores = [.. rows.Select(row => row.Probability), 0.5, 0.5], weights = [.. rows.Select(row => row.Weight), 1, 1];
        double auc = Ranking.RocAuc(truth, scores, weights);
        double permuted = Ranking.RocAuc(Cases.Reversed(truth), Cases.Reversed(scores), Cases.Reversed(weights));
        double stretched = Ranking.RocAuc(truth, [.. scores.Select(Math.Exp)], weights);
        double flipped = Ranking.RocAuc(truth, scores, weights, positive: 0);
        return auc is >= 0 and <= 1 && Near(auc, permuted) && Near(auc, stretched) && Near(auc, 1 - flipped);
    });

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-14;
}
