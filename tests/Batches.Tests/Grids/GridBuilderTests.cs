namespace Homeostat.Batches.Tests;

public class GridBuilderTests
{
    [Fact]
    public void Build_AtMost1024Values_MakesEachAnAtom()
    {
        double[] sample = [.. Enumerable.Range(0, 1024).SelectMany(i => new[] { i * 0.5, i * 0.5 })];
        var grid = GridBuilder.Build(sample, out bool discrete);
        Assert.True(discrete);
        Assert.All(sample, value => Assert.True(grid.IsAtom(grid.CellOf(value))));
        Assert.False(grid.IsAtom(grid.CellOf(0.25)));
        Assert.Equal(2049, grid.CellCount);
    }

    [Fact]
    public void Build_ManyValues_CutsCellsOfAboutEqualMass()
    {
        double[] sample = [.. Enumerable.Range(0, 16_384).Select(i => Math.Exp(i / 1000.0))];
        var grid = GridBuilder.Build(sample, out bool discrete);
        Assert.False(discrete);
        Assert.Equal(1024, grid.CellCount);
        var masses = sample.GroupBy(grid.CellOf).Select(cell => cell.Count());
        Assert.All(masses, mass => Assert.Equal(16, mass));
    }

    [Fact]
    public void Build_ValueThatHoldsACellsMass_IsAnAtomBetweenCells()
    {
        // Half zeros, as sales and delays have them.
        double[] sample = [.. Enumerable.Repeat(0.0, 5000), .. Enumerable.Range(1, 5000).Select(i => i * 0.001)];
        var grid = GridBuilder.Build(sample, out _);
        Assert.True(grid.IsAtom(grid.CellOf(0)));
        Assert.False(grid.IsAtom(grid.CellOf(0.5)));
        Assert.InRange(grid.CellCount, 500, 1026);
    }

    [Fact]
    public void Build_ExtremesAndAdjacentDoubles_KeepsBoundariesInOrder()
    {
        double[] sample = [double.MinValue, 1, Math.BitIncrement(1), double.MaxValue];
        var grid = GridBuilder.Build(sample, out _);
        Assert.All(sample.SkipLast(1), value => Assert.True(grid.IsAtom(grid.CellOf(value))));
        Assert.NotEqual(grid.CellOf(1), grid.CellOf(Math.BitIncrement(1)));
    }

    [Fact]
    public void Build_NoValue_GivesOneCell() => Assert.Equal(1, GridBuilder.Build([], out _).CellCount);

    [Fact]
    public void Grid_BoundariesOutOfOrder_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => new Grid([1, 1]));
        Assert.Contains("Boundary 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Grid([1, double.NaN]));
    }
}
