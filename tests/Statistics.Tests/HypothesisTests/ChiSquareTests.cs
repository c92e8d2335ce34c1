namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>
/// Python of the tables: chi(t) = scipy.stats.chi2_contingency(t, correction=False), ln p from mpmath.gammainc(df/2, x/2, inf,
/// regularized=True); chix(t) the same in exact fractions after dropping empty rows and columns; chiy(t) scipy with correction=True.
/// </summary>
public class ChiSquareTests
{
    [Theory]
    [InlineData(new long[] { 10, 20, 30, 40 }, 2, 0.7936507936507936, -0.9861809247259763)] // chi([[10,20],[30,40]])
    [InlineData(new long[] { 1, 0, 0, 1 }, 2, 2.0, -1.8496055099332482)] // chi([[1,0],[0,1]])
    [InlineData(new long[] { 10, 20, 30, 6, 9, 17 }, 3, 0.27157465150403504, -0.13578732575201752)] // chi([[10,20,30],[6,9,17]])
    [InlineData(new long[] { 0, 5, 7, 3, 2, 2 }, 2, 6.565555555555556, -3.282777777777778)] // chi([[0,5],[7,3],[2,2]])
    [InlineData(new long[] { 1, 1, 1, 1 }, 2, 0.0, 0.0)] // chi([[1,1],[1,1]])
    [InlineData(new long[] { 5, 5, 5 }, 3, 0.0, 0.0)] // chi([[5,5,5]])
    [InlineData(new long[] { 1000, 10, 10, 1000 }, 2, 1940.7920792079208, -974.407771276607)] // chi([[1000,10],[10,1000]])
    [InlineData(new long[] { 100000, 10, 10, 100000 }, 2, 199940.00799920008, -99976.33268227438)] // chi([[100000,10],[10,100000]])
    [InlineData(new long[] { 3, 4 }, 1, 0.0, 0.0)] // chi([[3],[4]])
    [InlineData(new long[] { 10, 20, 0, 30, 6, 9, 0, 17 }, 4, 0.2715746515040352, -0.1357873257520176)] // chix([[10,20,0,30],[6,9,0,17]])
    [InlineData(new long[] { 10, 20, 0, 0, 30, 40 }, 2, 0.7936507936507936, -0.9861809247259763)] // chix([[10,20],[0,0],[30,40]])
    [InlineData(new long[] { 0, 7, 3, 0 }, 2, 10.0, -6.459612454150122)] // chix([[0,7],[3,0]])
    // chix([[1000000007,1000000009],[1000000021,1000000033]])
    [InlineData(new long[] { 1000000007, 1000000009, 1000000021, 1000000033 }, 2, 2.499999889750004e-08, -0.0001261645812096842)]
    // chix([[1000000000000,1000003000000],[1000000000000,1000000000000]])
    [InlineData(new long[] { 1000000000000, 1000003000000, 1000000000000, 1000000000000 }, 2, 2.249994937510125, -2.0127939487521394)]
    // chix([[1000000000,0],[0,1000000000]])
    [InlineData(new long[] { 1000000000, 0, 0, 1000000000 }, 2, 2000000000.0, -1000000010.9339979)]
    [InlineData(new long[] { 1, 0, 0, 1000000000 }, 2, 1000000001.0, -500000011.0874243)] // chix([[1,0],[0,1000000000]])
    public void Homogeneity_AnyTable_AgreesWithScipy(long[] table, int columns, double statistic, double logP) =>
        Agree.Result(statistic, logP, ChiSquare.Homogeneity(table, columns));

    [Theory]
    [InlineData(new long[] { 10, 20, 30, 40 }, 2, 0.4464285714285714, -0.6851078498465376)] // chiy([[10,20],[30,40]])
    [InlineData(new long[] { 1, 2, 2, 4 }, 2, 0.0, 0.0)] // chiy([[1,2],[2,4]])
    [InlineData(new long[] { 3, 1, 1, 3 }, 2, 0.5, -0.7350111298370846)] // chiy([[3,1],[1,3]])
    [InlineData(new long[] { 10, 20, 30, 6, 9, 17 }, 3, 0.27157465150403504, -0.13578732575201755)] // chiy([[10,20,30],[6,9,17]])
    [InlineData(new long[] { 12, 5, 3, 9 }, 2, 4.171457749766574, -3.1914938028541453)] // chiy([[12,5],[3,9]])
    public void Homogeneity_Yates_CorrectsTablesWithOneDegreeOfFreedom(long[] table, int columns, double statistic, double logP) =>
        Agree.Result(statistic, logP, ChiSquare.Homogeneity(table, columns, yates: true));

    [Fact]
    public void Homogeneity_TwoSamples_IsTheTableOfTwoRows() =>
        Assert.Equal(ChiSquare.Homogeneity([10, 20, 0, 30, 6, 9, 0, 17], 4), ChiSquare.Homogeneity([10, 20, 0, 30], [6, 9, 0, 17]));

    [Theory]
    [InlineData(new long[] { 10, 20, 0, 30, 6, 9, 0, 17 }, 4, 2)]
    [InlineData(new long[] { 0, 0, 1, 2, 0, 0 }, 2, 0)]
    [InlineData(new long[] { 0, 3, 0, 2 }, 2, 0)]
    [InlineData(new long[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 3, 4)]
    public void DegreesOfFreedom_EmptyRowsAndColumns_AreDropped(long[] table, int columns, int expected) =>
        Assert.Equal(expected, ChiSquare.DegreesOfFreedom(table, columns));

    [Fact]
    public void Homogeneity_NearlyEqualCounts_ReportsNoNegativeZero() =>
        Assert.False(double.IsNegative(ChiSquare.Homogeneity(Enumerable.Repeat(1000L, 1024).ToArray(), Enumerable.Repeat(1000L, 1024).ToArray()).LogPValue));

    [Fact]
    public void Homogeneity_OneCategoryOnly_IsCertain() => Agree.Result(0, 0, ChiSquare.Homogeneity([5, 0], [7, 0]));

    [Fact]
    public void Homogeneity_ImpossibleTables_SayWhatToDo()
    {
        Agree.ThreeBeats("0 observations", () => ChiSquare.Homogeneity([0, 0], [1, 2]));
        Agree.ThreeBeats("0 observations", () => ChiSquare.Homogeneity([], 1));
        Agree.ThreeBeats("-1", () => ChiSquare.Homogeneity([1, 2, -1, 3], 2));
        Agree.ThreeBeats("3 cells", () => ChiSquare.Homogeneity([1, 2, 3], 2));
        Agree.ThreeBeats("2 cells", () => ChiSquare.Homogeneity([1, 2], 0));
        Agree.ThreeBeats("9223372036854775807", () => ChiSquare.Homogeneity([long.MaxValue, 1, 1, 1], 2));
    }
}
