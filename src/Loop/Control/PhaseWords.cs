namespace Homeostat.Loop;

/// <summary>What a phase means, in words.</summary>
public static class PhaseWords
{
    /// <summary>"steady: nothing is under way".</summary>
    public static string Of(Phase phase) => phase switch
    {
        Phase.Steady => "steady: nothing is under way",
        Phase.AwaitingApproval => "waiting for a person's approval",
        Phase.Retraining => "retraining: a challenger is being trained",
        Phase.Evaluating => "evaluating: a challenger without traffic is held against the gates",
        Phase.RollingOut => "rolling out: traffic moves to a challenger",
        Phase.Baking => "baking: the challenger is champion, the old one is kept warm",
        Phase.RollingBack => "rolling back: traffic goes back",
        _ => "escalated: a person must look",
    };
}
