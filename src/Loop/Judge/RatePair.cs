namespace Homeostat.Loop;

/// <summary>A rate on both sides, each a proportion from 0 to 1.</summary>
/// <param name="Reference">The reference's.</param>
/// <param name="Current">The current batch's.</param>
public readonly record struct RatePair(double Reference, double Current)
{
    /// <summary>How much higher the current rate is; negative when it is lower.</summary>
    public double Increase => Current - Reference;
}
