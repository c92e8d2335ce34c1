using MathNet.Numerics.LinearAlgebra;

namespace Homeostat.ModelRuntime.Tests.Fitting;

public sealed class ObjectiveTests
{
    /// <summary>The gradient is what central differences of the value say, for every loss, with prices and weights.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Gradient_IsTheSlopeOfTheValue(int classes)
    {
        const double Step = 1e-5;
        var objective = Objective(classes, rows: 5000, out _);
        var random = new Random(classes);
        double[] point = [.. Enumerable.Range(0, objective.Coordinates.ToPoint(new Coefficients(Loss(classes).Outputs, 13)).Length).Select(_ => random.NextDouble() - 0.5)];
        var gradient = objective.Evaluate(Vector<double>.Build.Dense([.. point])).Gradient;
        for (int i = 0; i < point.Length; i++)
        {
            double slope = (ValueAt(objective, point, i, Step) - ValueAt(objective, point, i, -Step)) / (2 * Step);
            Assert.Equal(slope, gradient[i], 1e-6);
        }
    }

    [Fact]
    public void Coordinates_ThereAndBack_AreTheSame()
    {
        var objective = Objective(2, rows: 100, out var design);
        var coefficients = new Coefficients(1, design.Size);
        for (int i = 0; i < design.Size; i++) coefficients.Weights[i] = i - 3.5;
        coefficients.Bias[0] = 7;
        var back = new Coefficients(1, design.Size);
        objective.Coordinates.ToCoefficients(objective.Coordinates.ToPoint(coefficients), back);
        Assert.Equal(coefficients.Bias[0], back.Bias[0], 12);
        for (int i = 0; i < design.Size; i++) Assert.Equal(coefficients.Weights[i], back.Weights[i], 12);
    }

    private static double ValueAt(Objective objective, double[] point, int place, double step)
    {
        double[] moved = [.. point];
        moved[place] += step;
        return objective.Evaluate(Vector<double>.Build.Dense(moved)).Value;
    }

    private static ILoss Loss(int classes) => classes switch { 0 => new SquaredLoss(), 2 => new LogisticLoss(), _ => new SoftmaxLoss(classes) };

    private static Objective Objective(int classes, int rows, out Design design)
    {
        design = Designs.Random(rows, classes, seed: 1);
        var summary = DesignSummary.Of(design, rows, classes);
        return new Objective(design, rows, Loss(classes), new FitOptions(2, 30), summary);
    }
}
