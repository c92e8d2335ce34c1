namespace Homeostat.Loop;

/// <summary>A retraining that is asked for.</summary>
/// <param name="Cause">Why.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RetrainRequest(RetrainCause Cause, DateTimeOffset At, string Reason)
{
    /// <summary>Whether a person has approved its cost.</summary>
    public bool Approved { get; init; }
}
