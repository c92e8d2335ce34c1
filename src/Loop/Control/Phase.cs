namespace Homeostat.Loop;

/// <summary>What a model's controller is busy with.</summary>
public enum Phase
{
    /// <summary>Watching.</summary>
    Steady,

    /// <summary>A person is asked, about the cost of a retraining or about a promotion.</summary>
    AwaitingApproval,

    /// <summary>A challenger is being trained.</summary>
    Retraining,

    /// <summary>A challenger without traffic is being held against the gates.</summary>
    Evaluating,

    /// <summary>Traffic moves to a challenger, step by step.</summary>
    RollingOut,

    /// <summary>The challenger has all traffic; the old champion is kept warm.</summary>
    Baking,

    /// <summary>Traffic goes back.</summary>
    RollingBack,

    /// <summary>A person must look; nothing is started until somebody resumes.</summary>
    Escalated,
}
