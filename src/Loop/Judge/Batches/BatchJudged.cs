namespace Homeostat.Loop;

/// <summary>What came of judging a batch or labels.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">In words.</param>
public sealed record BatchJudged(Verdict Verdict, string Reason)
{
    /// <summary>What the controller is to be told; null: nothing.</summary>
    public ControllerSignal? Signal { get; init; }
}
