using System.Globalization;

namespace Homeostat.Loop;

/// <summary>How a challenger is trained, and what that may cost.</summary>
internal static class RetrainRules
{
    internal static void Check(ModelPolicy policy, Place root)
    {
        var retrain = policy.Retrain;
        var job = root.Member("retrain").Member("job");
        if (retrain.Job is { Command: not null, Environment: null })
            job.Warn("gives a command without an environment: Azure Machine Learning refuses such a job");
        if (retrain.Job is { Command: null, Code: not null })
            job.Member("code").Warn("is given without a command: the built-in trainer does not use it");
        CheckAutoscale(retrain.Job, job.Member("autoscale"));
        CheckCosts(policy.Governor, policy.Retrain, root.Member("governor"));
    }

    private static void CheckAutoscale(TrainingJobOptions job, Place place)
    {
        var scale = job.Autoscale;
        if (scale.Minimum > scale.Maximum)
            place.Member("minimum").Error(Text($"is {scale.Minimum}, more than its maximum, which is {scale.Maximum}"));
        if (scale.By is not { } by) return;
        if (by == AutoscaleSignal.Latency && scale.Above is null)
            place.Member("above").Error("is missing: how many milliseconds are too many depends on the model, so there is no default");
        else if (scale.Below >= scale.UpperBound())
            place.Member("below").Error(Text($"is {scale.Below}, not less than above, which is {scale.UpperBound()}: machines would come and go without end"));
        if (by == AutoscaleSignal.Cpu && scale.Above >= 100)
            place.Member("above").Error(Text($"is {scale.Above} percent, which processors never go beyond: no machine would ever be added"));
        if (job.InstanceCount < scale.Minimum || job.InstanceCount > scale.Maximum)
            place.Warn(Text($"is between {scale.Minimum} and {scale.Maximum} machines, but /retrain/job/instanceCount is {job.InstanceCount}: a deployment starts with that many and is brought into the range then"));
    }

    private static void CheckCosts(GovernorOptions governor, RetrainOptions retrain, Place place)
    {
        bool isFree = governor.CostPerHour == 0;
        if (isFree && governor.BudgetPerMonth is not null)
            place.Member("budgetPerMonth").Warn("is given, but /governor/costPerHour is 0: it is never reached");
        if (isFree && governor.ApprovalAbove is not null)
            place.Member("approvalAbove").Warn("is given, but /governor/costPerHour is 0: nobody is ever asked");
        decimal most = Most(governor, retrain);
        if (governor.BudgetPerMonth < most)
            place.Member("budgetPerMonth").Warn(Text($"is {governor.BudgetPerMonth}, but one retraining may cost {most:0.##}: {DurationWords.Of(retrain.TimeLimit)} at {governor.CostPerHour} an hour; none could start"));
        else if (governor.ApprovalAbove >= most && !isFree)
            place.Member("approvalAbove").Warn(Text($"is {governor.ApprovalAbove}, but one retraining costs {most:0.##} at most: nobody is ever asked"));
    }

    /// <summary>The most that one job can cost.</summary>
    internal static decimal Most(GovernorOptions governor, RetrainOptions retrain) => governor.CostPerHour * (decimal)retrain.TimeLimit.TotalHours;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
