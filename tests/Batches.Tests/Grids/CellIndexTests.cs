namespace Homeostat.Batches.Tests;

public class CellIndexTests
{
    public static TheoryData<string, double[]> Boundaries() => new()
    {
        { "none", [] },
        { "one", [0] },
        { "few", [-1, 0, 0.5, 2] },
        { "adjacent doubles", [1, Math.BitIncrement(1), Math.BitIncrement(Math.BitIncrement(1)), 2] },
        { "even", [.. Enumerable.Range(0, 1023).Select(i => (double)i)] },
        { "atoms", [.. Enumerable.Range(0, 1024).SelectMany(i => new[] { i, Math.BitIncrement((double)i) })] },
        { "many magnitudes", [.. Enumerable.Range(-300, 600).Select(i => Math.Pow(10, i))] },
        { "both signs, many magnitudes", [.. Enumerable.Range(-300, 600).SelectMany(i => new[] { Math.Pow(10, i), -Math.Pow(10, i) }).Order()] },
        { "crowded", [0, .. Enumerable.Range(1, 900).Select(i => 1 + i * 1e-12), 1e6] },
        { "extremes", [double.MinValue, -1, 0, double.Epsilon, 1, double.MaxValue] },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Count_AnyValue_AgreesWithBinarySearch(string name, double[] boundaries)
    {
        var grid = new Grid([.. boundaries]);
        var index = new CellIndex(grid);
        foreach (double value in Probes(boundaries))
        {
            var counts = new long[grid.CellCount];
            // Four are looked up at once, the last alone.
            index.Count([value, value, value, value, value], counts);
            Assert.True(counts[grid.CellOf(value)] == 5, $"{name}: {value:R}");
            Assert.Equal(grid.CellOf(value), index.Find(value));
        }
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Count_ManyValues_AgreesWithBinarySearch(string name, double[] boundaries)
    {
        var grid = new Grid([.. boundaries]);
        double[] values = [.. Probes(boundaries)];
        long[] expected = new long[grid.CellCount], counts = new long[grid.CellCount];
        foreach (double value in values) expected[grid.CellOf(value)]++;
        new CellIndex(grid).Count(values, counts);
        Assert.True(expected.SequenceEqual(counts), name);
    }

    [Fact]
    public void Count_FewerCountsThanCells_Throws()
    {
        var index = new CellIndex(new Grid([1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Count([1.5], new long[3]));
    }

    private static IEnumerable<double> Probes(double[] boundaries)
    {
        var random = new Random(5);
        double[] fixedProbes = [0, -0.0, 1, -1, double.MaxValue, double.MinValue, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity];
        foreach (double probe in fixedProbes) yield return probe;
        foreach (double boundary in boundaries)
        {
            yield return boundary;
            yield return Math.BitDecrement(boundary);
            yield return Math.BitIncrement(boundary);
        }
        for (int i = 0; i < 2_000; i++) yield return (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20));
    }
}
