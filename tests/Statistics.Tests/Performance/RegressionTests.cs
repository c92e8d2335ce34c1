using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers: import sklearn.metrics as sk, math (sklearn 1.2.1); t, p and w as below
public class RegressionTests
{
    private const double Infinity = double.PositiveInfinity;
    private static readonly double[] _truth = [3, -0.5, 2, 7, 4.25];
    private static readonly double[] _predicted = [2.5, 0, 2, 8, 5];
    private static readonly double[] _weights = [1, 2, 0.5, 0, 3];

    [Fact]
    public void Errors_AgreeWithScikitLearn()
    {
        Close.To(0.55, Regression.MeanAbsoluteError(_truth, _predicted)); // sk.mean_absolute_error(t, p)
        Close.To(0.6422616289332564, Regression.RootMeanSquaredError(_truth, _predicted)); // math.sqrt(sk.mean_squared_error(t, p))
        Close.To(0.9328175895765473, Regression.RSquared(_truth, _predicted)); // sk.r2_score(t, p)
    }

    [Fact]
    public void Errors_WithWeights_AgreeWithScikitLearn()
    {
        // the same with sample_weight=w
        Close.To(0.5769230769230769, Regression.MeanAbsoluteError(_truth, _predicted, _weights));
        Close.To(0.6123724356957945, Regression.RootMeanSquaredError(_truth, _predicted, _weights));
        Close.To(0.9114410480349345, Regression.RSquared(_truth, _predicted, _weights));
    }

    [Fact]
    public void RSquared_OfConstantTargets_IsOneOrZero()
    {
        Assert.Equal(1, Regression.RSquared([2, 2, 2], [2, 2, 2])); // sk.r2_score([2,2,2], [2,2,2])
        Assert.Equal(0, Regression.RSquared([2, 2, 2], [2, 1, 2])); // sk.r2_score([2,2,2], [2,1,2])
        Assert.Equal(0, Regression.RSquared([0.1, 0.1, 0.1], [0.1, 0.1, 0.2]));
        Assert.Equal(1, Regression.RSquared([2, 2, 9], [2, 2, 4], [1, 1, 0]));
    }

    [Fact]
    public void RSquared_OfReversedPredictions_IsNegative() =>
        Close.To(-3, Regression.RSquared([1, 2, 3], [3, 2, 1])); // sk.r2_score([1,2,3], [3,2,1])

    [Fact]
    public void Errors_OfOneRow_AreItsError()
    {
        Assert.Equal(2, Regression.MeanAbsoluteError([3], [5]));
        Assert.Equal(2, Regression.RootMeanSquaredError([3], [5]));
        Assert.True(double.IsNaN(Regression.RSquared([3], [3]))); // sk.r2_score([3], [3]) is nan
    }

    [Theory]
    [InlineData(1e-320)]
    [InlineData(1e-170)]
    [InlineData(1)]
    [InlineData(1e200)]
    [InlineData(8e307)]
    public void Errors_AtAnyScale_NeitherOverflowNorVanish(double unit)
    {
        // by hand, in units: errors 1, 1, 2, 0; a denormal result itself has few digits
        double few = unit < 1e-300 ? 1e-3 : 1e-12;
        double[] truth = [0, 0, 0, 2 * unit], predicted = [unit, -unit, 2 * unit, 2 * unit];
        Close.To(unit, Regression.MeanAbsoluteError(truth, predicted));
        Close.To(Math.Sqrt(1.5) * unit, Regression.RootMeanSquaredError(truth, predicted), few);
        // 1 - 1.5/0.75
        Close.To(-1, Regression.RSquared(truth, predicted), few);
    }

    [Fact]
    public void Errors_OfAdjacentDoubles_AreOneUlp()
    {
        double[] truth = [1, 1], predicted = [Math.BitIncrement(1), Math.BitIncrement(1)];
        Assert.Equal(predicted[0] - 1, Regression.MeanAbsoluteError(truth, predicted));
        Assert.Equal(predicted[0] - 1, Regression.RootMeanSquaredError(truth, predicted));
    }

    [Fact]
    public void Errors_WithInfinities_AreInfiniteOrUndefined()
    {
        Assert.Equal(Infinity, Regression.MeanAbsoluteError([1, 2], [1, Infinity]));
        Assert.Equal(Infinity, Regression.RootMeanSquaredError([1, -Infinity], [1, 2]));
        Assert.Equal(-Infinity, Regression.RSquared([1, 2], [1, Infinity]));
        Assert.True(double.IsNaN(Regression.MeanAbsoluteError([1, Infinity], [1, Infinity])));
        Assert.True(double.IsNaN(Regression.RSquared([1, Infinity], [1, 2])));
        Assert.Equal(1, Regression.MeanAbsoluteError([1, 2], [2, Infinity], [1, 0]));
    }

    [Fact]
    public void Errors_WithNaN_AreNaN()
    {
        Assert.True(double.IsNaN(Regression.MeanAbsoluteError([double.NaN, 1], [1, 1])));
        Assert.True(double.IsNaN(Regression.RootMeanSquaredError([1, 1], [double.NaN, 1])));
        Assert.True(double.IsNaN(Regression.RSquared([1, 2], [1, 1], [double.NaN, 1])));
        Assert.True(double.IsNaN(Regression.MeanAbsoluteError([double.NaN, 1], [1, 1], [0, 1])));
    }

    [Fact]
    public void Inputs_OfBadShapeOrValue_AreErrors()
    {
        Assert.Throws<ArgumentException>("truth", () => Regression.MeanAbsoluteError([], []));
        Assert.Throws<ArgumentException>("predicted", () => Regression.RootMeanSquaredError([1], [1, 2]));
        Assert.Throws<ArgumentException>("weights", () => Regression.RSquared([1, 2], [1, 2], [1]));
        Assert.Throws<ArgumentException>("weights", () => Regression.MeanAbsoluteError([1], [1], [0]));
        Assert.Throws<ArgumentException>("weights", () => Regression.MeanAbsoluteError([1], [1], [-1]));
    }

    [Fact]
    public void Errors_OfAnySamples_AreOrderedAndSymmetric() => Seeded.Holds(Cases.SampleTriples, c =>
    {
        int n = Math.Min(c.P.Length, c.Q.Length);
        double[] truth = c.P[..n], predicted = c.Q[..n];
        double mean = Regression.MeanAbsoluteError(truth, predicted), root = Regression.RootMeanSquaredError(truth, predicted);
        return mean <= root + 1e-12
            && mean == Regression.MeanAbsoluteError(predicted, truth)
            && root == Regression.RootMeanSquaredError(Cases.Reversed(truth), Cases.Reversed(predicted))
            && (n == 1 || Regression.RSquared(truth, predicted) <= 1);
    });
}
