namespace Homeostat.Loop;

/// <summary>When a write may happen.</summary>
public readonly record struct WriteCondition
{
    private WriteCondition(string? eTag, bool ifAbsent) => (ETag, IfAbsent) = (eTag, ifAbsent);

    /// <summary>Whatever is there.</summary>
    public static WriteCondition Always => default;

    /// <summary>Only when nothing is there.</summary>
    public static WriteCondition Absent => new(null, true);

    /// <summary>The ETag that must still be there; null when any may.</summary>
    public string? ETag { get; }

    /// <summary>Whether nothing may be there.</summary>
    public bool IfAbsent { get; }

    /// <summary>Only when the blob still has this ETag.</summary>
    public static WriteCondition Match(string eTag) => new(eTag, false);
}
