namespace Homeostat.Loop;

/// <summary>One value with its share on both sides.</summary>
internal readonly record struct Bar(string Label, double Reference, double Current)
{
    public double Larger => Math.Max(Reference, Current);
}
