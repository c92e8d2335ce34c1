namespace Homeostat.Loop;

/// <summary>What must hold between members of a policy; what holds for one alone is said by its form.</summary>
internal static class PolicyRules
{
    internal static List<PolicyProblem> Check(ModelPolicy policy)
    {
        var problems = new List<PolicyProblem>();
        var root = new Place("", problems);
        SchemaRules.Check(policy, root.Member("schema").Member("columns"));
        TriggerRules.Check(policy, root.Member("triggers"));
        JudgeRules.Check(policy.Judge, root.Member("judge"));
        QualityRules.Check(policy, root.Member("quality").Member("columns"));
        RetrainRules.Check(policy, root);
        GateRules.Check(policy.Gates, root.Member("gates"));
        RolloutRules.Check(policy.Rollout, root.Member("rollout"));
        StepRules.Check(policy, root);
        return problems;
    }
}
