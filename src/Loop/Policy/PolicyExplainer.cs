using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Tells what a policy will do, in sentences with numbers; what it has switched off is said in few words or not at all.</summary>
public static class PolicyExplainer
{
    /// <summary>The policy in words, in the order in which things happen to a batch.</summary>
    /// <param name="policy">A policy without errors.</param>
    public static ImmutableArray<PolicyParagraph> Explain(ModelPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return
        [
            new("What is watched", WatchWords.Of(policy)),
            new("What is kept out", QualityWords.Of(policy.Quality)),
            new("When data stays away", HealthWords.Of(policy.Health)),
            new("When data has drifted", DriftSentences.Of(policy.Judge)),
            new("When performance is lost", PerformanceWords.Of(policy)),
            new("What the cause is", TriageWords.Of(policy.Triage)),
            new("When a challenger is trained", TriggerWords.Of(policy)),
            new("How, and at what cost", RetrainWords.Of(policy)),
            new("What it must show first", GateSentences.Of(policy)),
            new("How it gets traffic", RolloutWords.Of(policy.Rollout, policy.Bake)),
            new("When whoever serves fails", FallbackWords.Of(policy.Fallback)),
        ];
    }
}
