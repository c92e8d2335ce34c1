using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What must hold between members of a policy; what holds for one alone is said by its form.</summary>
internal static class PolicyRules
{
    internal static List<PolicyProblem> Check(ModelPolicy policy)
    {
        policy = WithLists(policy);
        var problems = new List<PolicyProblem>();
        var root = new Place("", problems);
        SchemaRules.Check(policy, root.Member("schema").Member("columns"));
        TriggerRules.Check(policy, root.Member("triggers"));
        JudgeRules.Check(policy.Judge, root.Member("judge"));
        QualityRules.Check(policy, root.Member("quality").Member("columns"));
        CollectorRules.Check(policy.Collector, root.Member("collector"));
        RetrainRules.Check(policy, root);
        GateRules.Check(policy.Gates, root.Member("gates"));
        RolloutRules.Check(policy.Rollout, root.Member("rollout"));
        StepRules.Check(policy, root);
        return problems;
    }

    /// <summary>Lists that were never given are told by their forms; here they are empty.</summary>
    private static ModelPolicy WithLists(ModelPolicy policy) => policy with
    {
        Schema = policy.Schema with { Columns = Given(policy.Schema.Columns) },
        Judge = policy.Judge with { Windows = Given(policy.Judge.Windows) },
        Quality = policy.Quality with { Columns = Given(policy.Quality.Columns) },
        Rollout = policy.Rollout with { Steps = Given(policy.Rollout.Steps) },
    };

    private static ImmutableArray<T> Given<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
