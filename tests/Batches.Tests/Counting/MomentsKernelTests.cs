namespace Homeostat.Batches.Tests;

public class MomentsKernelTests
{
    [Fact]
    public void Of_ValuesThatCancel_KeepsWhatPlainAdditionLoses()
    {
        double[] values = [1e16, 1, -1e16, 1, 1e16, 1, -1e16, 1, 0.5];
        var moments = MomentsKernel.Of(values);
        Assert.Equal(4.5, moments.Sum.ToDouble());
        Assert.Equal((-1e16, 1e16), (moments.Min, moments.Max));
    }

    [Fact]
    public void Of_ManyRandomValues_SumsAsExactArithmeticDoes()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 1003).Select(_ => Math.Round((random.NextDouble() - 0.5) * 1e9) / 1024)];
        // Multiples of 1/1024: whole numbers of these units add up exactly.
        var units = values.Select(value => (Int128)(value * 1024)).ToList();
        var sum = units.Aggregate((total, unit) => total + unit);
        var squares = units.Aggregate(Int128.Zero, (total, unit) => total + unit * unit);
        var moments = MomentsKernel.Of(values);
        Assert.Equal((double)sum / 1024, moments.Sum.ToDouble());
        Assert.Equal((double)squares / 1024 / 1024, moments.SumOfSquares.ToDouble());
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Of_AnInfinity_IsCountedApart(double infinity)
    {
        var moments = MomentsKernel.Of([1, 2, infinity, 3, 4, 5]);
        Assert.Equal(new Moments(5, 1, 1, 5, new(15, 0), new(55, 0)), moments);
    }

    [Fact]
    public void Of_SquaresThatOverflow_LeavesTheMeanAndNoVariance()
    {
        var moments = MomentsKernel.Of([1e308, -1e308, 1e308, -1e308, 2]);
        Assert.Equal(0.4, moments.Mean);
        Assert.Null(moments.Variance);
    }

    [Fact]
    public void Of_SumThatOverflows_HasNoMeanAndNoNaN()
    {
        var moments = MomentsKernel.Of([1e308, 1e308, 1e308, 1e308, 1e308]);
        Assert.Null(moments.Mean);
        Assert.Null(moments.StandardDeviation);
    }

    [Fact]
    public void Variance_FarFromZero_SurvivesCancellation()
    {
        // np.var([1e9 + i % 2 for i in range(1000)], ddof=1) = 0.25025025025025027
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => 1e9 + i % 2)];
        Assert.Equal(0.25025025025025027, MomentsKernel.Of(values).Variance!.Value, 1e-15);
    }
}
