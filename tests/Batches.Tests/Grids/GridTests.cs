namespace Homeostat.Batches.Tests.Grids;

public sealed class GridTests
{
    [Theory]
    [InlineData(-double.Epsilon)]
    [InlineData(0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(-2 * double.Epsilon)]
    [InlineData(1.0)]
    [InlineData(-1.0)]
    [InlineData(double.MinValue)]
    [InlineData(double.MaxValue)]
    [InlineData(double.NegativeInfinity)]
    public void IsAtom_CellOfOneDouble_IsTrueAndOfTwoFalse(double value)
    {
        double next = Math.BitIncrement(value);
        Assert.True(new Grid([value, next]).IsAtom(1), $"{value:R}");
        if (double.IsFinite(next)) Assert.False(new Grid([value, Math.BitIncrement(next)]).IsAtom(1), $"{value:R}");
    }

    [Fact]
    public void IsAtom_NegativeZero_IsAsAnyOther() => IsAtom_CellOfOneDouble_IsTrueAndOfTwoFalse(-0.0);

    [Fact]
    public void IsAtom_OuterCells_AreOpen()
    {
        var grid = new Grid([1, Math.BitIncrement(1)]);
        Assert.False(grid.IsAtom(0));
        Assert.False(grid.IsAtom(2));
    }
}
