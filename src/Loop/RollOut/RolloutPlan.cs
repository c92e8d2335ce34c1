using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The steps of a rollout.</summary>
public static class RolloutPlan
{
    private const int MirrorShare = 20;

    private static readonly int[] _canary = [5, 25, 50, 100];

    /// <summary>The steps in order, complete: requests and times that a step leaves open come from <see cref="RolloutOptions.Step"/>.</summary>
    public static ImmutableArray<RolloutStep> StepsOf(RolloutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var steps = options.Steps.IsDefaultOrEmpty ? Own(options.Strategy) : options.Steps;
        return [.. steps.Select(step => Complete(step, options.Step))];
    }

    /// <summary>Whether a step is decided once, at its end, on the outcome: those of an A/B test that give both sides traffic.</summary>
    public static bool DecidedAtEnd(RolloutOptions options, RolloutStep step)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(step);
        return options.Strategy == RolloutStrategy.AbTest && step.Weight is > 0 and < 100;
    }

    private static RolloutStep Complete(RolloutStep step, StepOptions options) => step with
    {
        MinimumRequests = step.MinimumRequests ?? options.MinimumRequests,
        MinimumTime = step.MinimumTime ?? options.MinimumTime,
        MaximumTime = step.MaximumTime ?? options.MaximumTime,
    };

    private static IEnumerable<RolloutStep> Own(RolloutStrategy strategy) => strategy switch
    {
        RolloutStrategy.Shadow => Live(_canary).Prepend(new RolloutStep { Mirror = MirrorShare }),
        RolloutStrategy.Linear => Live(Enumerable.Range(1, 10).Select(tenth => 10 * tenth)),
        RolloutStrategy.BlueGreen => Live([100]),
        RolloutStrategy.AbTest => Live([50, 100]),
        _ => Live(_canary),
    };

    private static IEnumerable<RolloutStep> Live(IEnumerable<int> weights) => weights.Select(weight => new RolloutStep { Weight = weight });
}
