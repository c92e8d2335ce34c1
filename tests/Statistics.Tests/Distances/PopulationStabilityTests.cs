using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers:
//   import numpy as np; n = lambda a: np.array(a, float)/np.sum(np.array(a, float))
//   def psi(p, q, f=1e-4): p, q = n(p), n(q); p = np.where(p==0, f, p); q = np.where(q==0, f, q); return ((p-q)*np.log(p/q)).sum()
public class PopulationStabilityTests
{
    [Fact]
    public void Index_OfProbabilities_AgreesWithNumpy() =>
        // psi([.1,.2,.3,.4], [.25,.25,.25,.25])
        Close.To(0.22821740957339182, PopulationStability.Index([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25]));

    [Theory]
    [InlineData(1e-4, 3.5699307162989564)] // psi([10,0,35,55], [3,7,0,90])
    [InlineData(0.01, 1.5822178159367626)] // psi([10,0,35,55], [3,7,0,90], .01)
    [InlineData(0, double.PositiveInfinity)]
    public void Index_WithEmptyCells_UsesTheFloor(double floor, double expected) =>
        Close.To(expected, PopulationStability.Index([10L, 0, 35, 55], [3L, 7, 0, 90], floor));

    [Fact]
    public void Index_WithACellBelowTheFloor_LeavesItAsItIs() =>
        // psi([1,99999], [50,50])
        Close.To(5.756342603305464, PopulationStability.Index([1L, 99_999], [50L, 50]));

    [Fact]
    public void Index_WithACellEmptyOnBothSides_IgnoresIt() =>
        Assert.Equal(PopulationStability.Index([3L, 7], [5L, 5]), PopulationStability.Index([3L, 0, 7], [5L, 0, 5]));

    [Fact]
    public void Index_OfCountsNearTwoToThe62_DoesNotOverflow() =>
        // mpmath, 50 digits: P, Q = N([2**62,2**62,2**61]), N([1,2**62,2**62]); sum((a-b)*log(a/b) for a, b in zip(P, Q))
        Close.To(17.397994232054627, PopulationStability.Index([1L << 62, 1L << 62, 1L << 61], [1L, 1L << 62, 1L << 62]));

    [Fact]
    public void Index_OfNearlyEqualCounts_KeepsItsDigits() =>
        // mpmath, 50 digits, the same sum for [10**6, 10**6] and [10**6+1, 10**6]
        Close.To(2.4999975000020833e-13, PopulationStability.Index([1_000_000L, 1_000_000], [1_000_001L, 1_000_000]), 1e-9);

    [Fact]
    public void Index_OfDenormals_AgreesWithMpmath() =>
        // mpmath, 50 digits, the same sum for [5e-324, 3*5e-324] and [1, 1]
        Close.To(0.27465307216702742, PopulationStability.Index([double.Epsilon, 3 * double.Epsilon], [1.0, 1]));

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Floor_OutOfRange_IsAnError(double floor) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(floor), () => PopulationStability.Index([1.0], [1.0], floor));

    [Fact]
    public void DefaultFloor_IsOneInTenThousand() => Assert.Equal(0.0001, PopulationStability.DefaultFloor);
}
