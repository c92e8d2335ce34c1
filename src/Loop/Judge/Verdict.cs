namespace Homeostat.Loop;

/// <summary>The four ends of every judgement.</summary>
public enum Verdict
{
    /// <summary>Nothing moved by as much as its threshold.</summary>
    Pass,

    /// <summary>Something moved by more than its threshold, and not by chance.</summary>
    Fail,

    /// <summary>Something is above its threshold, but too few rows to tell it from chance.</summary>
    Inconclusive,

    /// <summary>Nothing could be judged.</summary>
    Error,
}
