namespace Homeostat.Statistics;

/// <summary>Powers of two that bring numbers near 1, so that squares and sums of extreme values neither overflow nor vanish.</summary>
internal static class Scale
{
    /// <summary>A power of two s with s·largest in [1, 4), or as near as a double allows when largest is denormal.</summary>
    /// <param name="largest">The largest magnitude, positive and finite.</param>
    public static double ToUnit(double largest) => Math.ScaleB(1, -Math.Clamp(Math.ILogB(largest), -1022, 1022));
}
