namespace Homeostat.Loop;

/// <summary>What a model answers.</summary>
public enum TaskKind
{
    /// <summary>One of two classes.</summary>
    Binary,

    /// <summary>One of several classes.</summary>
    Multiclass,

    /// <summary>A number.</summary>
    Regression,
}
