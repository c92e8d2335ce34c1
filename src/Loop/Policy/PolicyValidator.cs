using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Checks policies that were made in code as strictly as those that were read.</summary>
public static class PolicyValidator
{
    /// <summary>Everything that is wrong with a policy: errors first, then warnings.</summary>
    public static ImmutableArray<PolicyProblem> Validate(ModelPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var problems = new List<PolicyProblem>();
        PolicyForm.Root.Check(policy, new Place("", problems));
        problems.AddRange(PolicyRules.Check(policy));
        return [.. problems.OrderByDescending(problem => problem.Severity)];
    }

    /// <summary>Everything that is wrong with the thresholds of a check; pointers are those of a policy file.</summary>
    public static ImmutableArray<PolicyProblem> Validate(DriftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<PolicyProblem>();
        JudgeForms.Judge.Check(new JudgeOptions { Drift = options }, new Place("/judge", problems));
        return [.. problems];
    }
}
