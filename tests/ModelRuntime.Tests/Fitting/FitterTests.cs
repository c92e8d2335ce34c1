namespace Homeostat.ModelRuntime.Tests.Fitting;

public sealed class FitterTests
{
    private static readonly FitOptions s_free = new(1e-6, 1e-6);

    /// <summary>One category and hardly a price: the log-odds of a level are those of its rows.</summary>
    [Fact]
    public void Logistic_OneCategory_GivesTheLogOddsOfEachLevel()
    {
        // Level 0: 30 of 40 rows are class 1; level 1: 10 of 60.
        int[] levels = [.. Enumerable.Range(0, 100).Select(i => i < 40 ? 0 : 1)];
        double[] targets = [.. Enumerable.Range(0, 100).Select(i => i is < 30 or >= 40 and < 50 ? 1.0 : 0.0)];
        var fit = Fitter.Run(Designs.OfCategory(2, levels, targets), 100, new LogisticLoss(), s_free, start: null);
        Assert.Equal(Math.Log(30.0 / 10), fit.Coefficients.Bias[0] + fit.Coefficients.Weights[0], 1e-3);
        Assert.Equal(Math.Log(10.0 / 50), fit.Coefficients.Bias[0] + fit.Coefficients.Weights[1], 1e-3);
    }

    [Fact]
    public void Softmax_OneCategory_GivesTheSharesOfEachLevel()
    {
        int[] levels = [.. Enumerable.Range(0, 90).Select(i => i / 45)];
        double[] targets = [.. Enumerable.Range(0, 90).Select(i => (double)(i % 45 < 9 ? 0 : i % 45 < 18 ? 1 : 2))];
        var fit = Fitter.Run(Designs.OfCategory(2, levels, targets), 90, new SoftmaxLoss(3), s_free, start: null);
        double[] scores = [.. Enumerable.Range(0, 3).Select(output => fit.Coefficients.Bias[output] + fit.Coefficients.Of(output, 0, 1)[0])];
        SoftmaxLoss.ToProbabilities(scores);
        Assert.Equal([0.2, 0.2, 0.6], scores, (a, b) => Math.Abs(a - b) < 1e-3);
    }

    /// <summary>With a ridge of 10 rows, 10 rows pull a level half of the way from the bias; the bias settles where the two balance.</summary>
    [Fact]
    public void Squared_Ridge_HoldsALevelBackAsSoManyRowsWould()
    {
        int[] levels = [.. Enumerable.Range(0, 20).Select(i => i / 10)];
        double[] targets = [.. levels.Select(level => level == 0 ? -1.0 : 1.0)];
        var fit = Fitter.Run(Designs.OfCategory(2, levels, targets), 20, new SquaredLoss(), new FitOptions(10, 10), start: null);
        Assert.Equal(0, fit.Coefficients.Bias[0], 1e-4);
        Assert.Equal(-0.5, fit.Coefficients.Weights[0], 1e-3);
        Assert.Equal(0.5, fit.Coefficients.Weights[1], 1e-3);
    }

    [Fact]
    public void Straightening_Strong_LeavesALine()
    {
        var design = Designs.Random(4000, 0, seed: 3);
        var fit = Fitter.Run(design, 4000, new SquaredLoss(), new FitOptions(1e-3, 1e9), start: null);
        Assert.All(fit.Coefficients.Of(0, 0, 5).ToArray(), bin => Assert.Equal(0, bin, 1e-3));
        // The target is the number plus noise, and one place on the line is one of the number.
        Assert.Equal(1, fit.Coefficients.Weights[design.Shapes[0].Slope], 0.05);
    }

    [Fact]
    public void Run_FromItsOwnEnd_EndsAtOnceAndTheSame()
    {
        var design = Designs.Random(3000, 2, seed: 5);
        var options = new FitOptions(1, 400);
        var cold = Fitter.Run(design, 3000, new LogisticLoss(), options, start: null);
        var warm = Fitter.Run(design, 3000, new LogisticLoss(), options, cold.Coefficients);
        Assert.True(warm.Evaluations < cold.Evaluations, $"{warm.Evaluations} passes from the end, {cold.Evaluations} from nothing");
        Assert.Equal(cold.Value, warm.Value, 1e-7);
    }

    /// <summary>Many rows are first fitted on a part of them; where that ends must not matter.</summary>
    [Fact]
    public void Run_ManyRows_EndsWhereFewEnd()
    {
        var design = Designs.Random(250_000, 2, seed: 7);
        var options = new FitOptions(1, 400);
        var start = new Coefficients(1, design.Size);
        Assert.Equal(Fitter.Run(design, 250_000, new LogisticLoss(), options, start).Value, Fitter.Run(design, 250_000, new LogisticLoss(), options, start: null).Value, 1e-7);
    }
}
