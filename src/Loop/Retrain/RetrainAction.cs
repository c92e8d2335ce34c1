namespace Homeostat.Loop;

/// <summary>What becomes of a retraining that is asked for.</summary>
public enum RetrainAction
{
    /// <summary>It starts.</summary>
    Start,

    /// <summary>A person is asked about its cost.</summary>
    NeedsApproval,

    /// <summary>Later, see <see cref="RetrainDecision.Until"/>.</summary>
    Wait,

    /// <summary>Not for this reason.</summary>
    Refuse,

    /// <summary>A person must look first.</summary>
    Escalate,
}
