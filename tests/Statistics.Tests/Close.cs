namespace Homeostat.Statistics.Tests;

/// <summary>Agreement with a reference implementation.</summary>
internal static class Close
{
    /// <summary>Relative agreement; exact for 0, infinities and NaN.</summary>
    public static void To(double expected, double actual, double relative = 1e-12)
    {
        if (expected.Equals(actual)) return;
        Assert.True(
            double.IsFinite(actual) && Math.Abs(actual - expected) <= relative * Math.Abs(expected),
            $"expected {expected:R}, got {actual:R}");
    }
}
