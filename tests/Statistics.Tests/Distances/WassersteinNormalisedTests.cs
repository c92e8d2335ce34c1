using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: from scipy.stats import wasserstein_distance as wd; u = [3.5,-1,2,2,8]; v = [0,2,2.5]
public class WassersteinNormalisedTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void Distance_AgreesWithScipyAndNumpy()
    {
        double[] u = [3.5, -1, 2, 2, 8], v = [0, 2, 2.5];
        Close.To(0.6123724356957946, WassersteinNormalised.Distance(u, v)); // wd(u, v)/np.std(u)
        // w = np.array([1,2,.5,.5,3]); m = np.average(u, weights=w); s = math.sqrt(np.average((np.array(u)-m)**2, weights=w))
        // wd(u, v, w, [2,1,1])/s
        Close.To(0.8832161426949698, WassersteinNormalised.Distance(u, v, [1, 2, 0.5, 0.5, 3], [2, 1, 1]));
    }

    [Fact]
    public void GridDistance_AgreesWithScipyAndNumpy()
    {
        double[] x = [-1, 0, 2.5, 2.5, 7];
        // m = np.average(x, weights=[4,0,3,1,2]); s = math.sqrt(np.average((np.array(x)-m)**2, weights=[4,0,3,1,2]))
        // wd(x, x, [4,0,3,1,2], [1,5,0,2,2])/s
        Close.To(0.2712254014483242, WassersteinNormalised.GridDistance(x, [4L, 0, 3, 1, 2], [1L, 5, 0, 2, 2]));
        Close.To(0.2712254014483242, WassersteinNormalised.GridDistance(x, [0.4, 0, 0.3, 0.1, 0.2], [0.1, 0.5, 0, 0.2, 0.2]));
    }

    [Fact]
    public void Distance_OfAConstantReference_IsZeroOrInfinite()
    {
        Assert.Equal(0, WassersteinNormalised.Distance([0.1, 0.1, 0.1], [0.1, 0.1]));
        Assert.Equal(Infinity, WassersteinNormalised.Distance([0.1, 0.1, 0.1], [0.1, 0.2]));
        Assert.Equal(0, WassersteinNormalised.GridDistance([0.1, 0.3], [7L, 0], [9L, 0]));
        Assert.Equal(Infinity, WassersteinNormalised.GridDistance([0.1, 0.3], [7L, 0], [9L, 1]));
        Assert.Equal(0, WassersteinNormalised.Distance([1], [1]));
        // (1*.1 + .1*.1)/(1 + .1) rounds to the double below .1, which must not pass for a deviation
        Assert.Equal(Infinity, WassersteinNormalised.Distance([0.1, 0.1], [0.2], [1, 0.1]));
    }

    [Fact]
    public void Distance_OfAdjacentDoubles_KeepsItsDigits() =>
        // by hand: half an ulp over a deviation of half an ulp; np.std is off by 40 % here
        Assert.Equal(1, WassersteinNormalised.Distance([1, Math.BitIncrement(1)], [1]));

    [Theory]
    [InlineData(1e-310)]
    [InlineData(1e-160)]
    [InlineData(1)]
    [InlineData(1e150)]
    [InlineData(1.5e308)]
    public void Distance_AtAnyScale_IsTheSame(double unit) =>
        // by hand: mean 0, deviation 1 unit, moved by 1 unit
        Close.To(1, WassersteinNormalised.Distance([-unit, unit], [0]), 1e-9);

    [Fact]
    public void Distance_WithALargeOffset_DoesNotCancel() =>
        // 1/np.std([1e9, 1e9+1, 1e9+2]) with np.std == 0.816496580927726
        Close.To(1 / 0.816496580927726, WassersteinNormalised.Distance([1e9, 1e9 + 1, 1e9 + 2], [1e9 + 1, 1e9 + 2, 1e9 + 3]));

    [Fact]
    public void Distance_WithInfinities_IsInfiniteOrNaN()
    {
        Assert.Equal(Infinity, WassersteinNormalised.Distance([0, 1], [0, Infinity]));
        Assert.True(double.IsNaN(WassersteinNormalised.Distance([0, Infinity], [0, 1])));
        Assert.True(double.IsNaN(WassersteinNormalised.Distance([0, Infinity], [0, Infinity])));
        Close.To(1, WassersteinNormalised.Distance([0, 2, Infinity], [1], [1, 1, 0]));
    }

    [Fact]
    public void Distance_WithNaN_IsNaN()
    {
        Assert.True(double.IsNaN(WassersteinNormalised.Distance([0, 1], [double.NaN])));
        Assert.True(double.IsNaN(WassersteinNormalised.GridDistance([0, double.NaN], [1L, 1], [1L, 1])));
    }

    [Fact]
    public void Distance_OfBadInput_IsAnError()
    {
        Assert.Throws<ArgumentException>("reference", () => WassersteinNormalised.Distance([], [1]));
        Assert.Throws<ArgumentException>("positions", () => WassersteinNormalised.GridDistance([1, 0], [1L, 1], [1L, 1]));
    }

    [Fact]
    public void Distance_InAnotherUnit_IsTheSame() => Seeded.Holds(Cases.SampleTriples, c =>
    {
        double expected = WassersteinNormalised.Distance(c.P, c.Q);
        double actual = WassersteinNormalised.Distance([.. c.P.Select(v => v * 1000 - 7)], [.. c.Q.Select(v => v * 1000 - 7)]);
        return expected.Equals(actual) || Math.Abs(actual - expected) <= 1e-9 * expected;
    });
}
