namespace Homeostat.Loop;

/// <summary>What a look at a rollout step leads to.</summary>
public enum StepAction
{
    /// <summary>Stay, and look again.</summary>
    Hold,

    /// <summary>On to the next step; out of the bake: the promotion stands.</summary>
    Advance,

    /// <summary>Roll back.</summary>
    TakeBack,
}
