using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests.Performance;

// Expected numbers:
//   def ece(y, p, w=1, B=10): y, p = np.array(y), np.array(p); w = w*np.ones(len(p)); b = np.searchsorted(np.arange(1, B)/B, p)
//       return sum(abs((w*(y-p))[b==k].sum()) for k in range(B))/w.sum()
public class CalibrationTests
{
    [Fact]
    public void ExpectedError_AgreesWithTheDefinition()
    {
        int[] truth = BinaryClassificationTests.Truth;
        double[] probabilities = ProbabilityScoresTests.Probabilities;
        Close.To(0.19375000000000003, Calibration.ExpectedError(truth, probabilities)); // ece(t, pr)
        Close.To(0.23913043478260873, Calibration.ExpectedError(truth, probabilities, BinaryClassificationTests.Weights)); // ece(t, pr, w)
        Close.To(0.16875, Calibration.ExpectedError(truth, probabilities, bins: 4)); // ece(t, pr, 1, 4)
    }

    [Fact]
    public void Bins_HoldTheirUpperEdge()
    {
        // A pair of rows in one bin cancels (1 - p1 - p2 is near 0); in two bins it does not.
        Close.To(0, Calibration.ExpectedError([1, 0], [0.5, 0.5], bins: 2));
        Close.To(0.025, Calibration.ExpectedError([1, 0], [0.5, 0.45], bins: 10)); // both in (.4, .5]: |1 - .95|/2
        Close.To(0.525, Calibration.ExpectedError([1, 0], [0.5, 0.55], bins: 10)); // .5 below the edge, .55 above: (.5 + .55)/2
        Close.To(0.45, Calibration.ExpectedError([1, 0], [0, 0.1], bins: 10)); // 0 shares the first bin: |1 - .1|/2
        Close.To(0.0625, Calibration.ExpectedError([1, 0], [1, 0.125], bins: 10)); // 1 shares the last bin: (0 + .125)/2
    }

    [Theory]
    [InlineData(3)] // np.nextafter(1/3, 1)*3 <= 1
    [InlineData(10)]
    [InlineData(25)] // (7/25)*25 > 7
    [InlineData(29)] // (15/29)*29 > 15
    public void Edges_StayInTheBinBelow_WhateverTheProductRoundsTo(int bins)
    {
        for (int k = 1; k < bins; k++)
        {
            double edge = (double)k / bins, above = Math.BitIncrement(edge), below = Math.BitDecrement(edge);
            double apart = Calibration.ExpectedError([1, 0], [edge, above], bins: bins);
            double together = Calibration.ExpectedError([1, 0], [edge, below], bins: bins);
            Assert.Equal((1 - edge + above) / 2, apart, 1e-15);
            Assert.Equal(Math.Abs(1 - edge - below) / 2, together, 1e-15);
        }
    }

    [Fact]
    public void ExpectedError_OfOneRow_IsItsMiss() => Assert.Equal(0.25, Calibration.ExpectedError([1], [0.75]));

    [Fact]
    public void ExpectedError_WithNaN_IsNaN()
    {
        Assert.True(double.IsNaN(Calibration.ExpectedError([1, 0], [double.NaN, 0.5])));
        Assert.True(double.IsNaN(Calibration.ExpectedError([1, 0], [0.5, 0.5], [1, double.NaN])));
    }

    [Fact]
    public void ExpectedError_OfBadInput_IsAnError()
    {
        Assert.Throws<ArgumentException>("truth", () => Calibration.ExpectedError([], []));
        Assert.Throws<ArgumentException>("probabilities", () => Calibration.ExpectedError([1], [0.5, 0.5]));
        Assert.Throws<ArgumentException>("probabilities", () => Calibration.ExpectedError([1], [1.5]));
        Assert.Throws<ArgumentException>("weights", () => Calibration.ExpectedError([1], [0.5], [0]));
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => Calibration.ExpectedError([1], [0.5], bins: 0));
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => Calibration.ExpectedError([1], [0.5], bins: 65_537));
    }

    [Fact]
    public void ExpectedError_OfAnyRows_LiesBetweenTheOverallMissAndOne() => Seeded.Holds(Cases.Rows, rows =>
    {
        int[] truth = [.. rows.Select(row => row.Truth)];
        double[] probabilities = [.. rows.Select(row => row.Probability)], weights = [.. rows.Select(row => row.Weight)];
        double one = Calibration.ExpectedError(truth, probabilities, weights, bins: 1);
        double ten = Calibration.ExpectedError(truth, probabilities, weights);
        double reversed = Calibration.ExpectedError(Cases.Reversed(truth), Cases.Reversed(probabilities), Cases.Reversed(weights));
        return one <= ten + 1e-15 && ten is >= 0 and <= 1 && Math.Abs(ten - reversed) < 1e-15;
    });

    [Fact]
    public void DefaultBins_AreTen() => Assert.Equal(10, Calibration.DefaultBins);
}
