namespace Homeostat.Loop;

/// <summary>Neighbouring cells that make one bin, from the first to the last that is not empty.</summary>
/// <param name="First">Its first cell.</param>
/// <param name="Last">Its last cell, included.</param>
/// <param name="Mass">Reference counts in it.</param>
/// <param name="Alone">Whether a single cell with a tenth of the mass made it.</param>
internal readonly record struct BinRun(int First, int Last, long Mass, bool Alone)
{
    public BinRun Joined(BinRun next) => new(First, next.Last, Mass + next.Mass, false);
}
