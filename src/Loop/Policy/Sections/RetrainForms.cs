namespace Homeostat.Loop;

/// <summary>Sections <c>retrain</c> and <c>governor</c>.</summary>
internal static class RetrainForms
{
    private static ObjectForm<AutoscaleOptions> Autoscale { get; } = new(
    [
        Of.Member(nameof(AutoscaleOptions.By), Of.Optional(new EnumForm<AutoscaleSignal>()), (AutoscaleOptions o) => o.By, (o, v) => o with { By = v }),
        Of.Member(nameof(AutoscaleOptions.Minimum), Of.Small(1, 100), (AutoscaleOptions o) => o.Minimum, (o, v) => o with { Minimum = v }),
        Of.Member(nameof(AutoscaleOptions.Maximum), Of.Small(1, 100), (AutoscaleOptions o) => o.Maximum, (o, v) => o with { Maximum = v }),
        Of.Member(nameof(AutoscaleOptions.Above), Of.Optional(RolloutForms.Ratio, "70 percent of the processors"), (AutoscaleOptions o) => o.Above, (o, v) => o with { Above = v }),
        Of.Member(nameof(AutoscaleOptions.Below), Of.Optional(Of.NotNegative, "two fifths of above"), (AutoscaleOptions o) => o.Below, (o, v) => o with { Below = v }),
    ]);

    private static ObjectForm<TrainingJobOptions> Job { get; } = new(
    [
        Of.Member(nameof(TrainingJobOptions.Command), Of.Optional(Of.Text, "the built-in trainer"), (TrainingJobOptions o) => o.Command, (o, v) => o with { Command = v }),
        Of.Member(nameof(TrainingJobOptions.Code), Of.Optional(Of.Text, "none"), (TrainingJobOptions o) => o.Code, (o, v) => o with { Code = v }),
        Of.Member(nameof(TrainingJobOptions.Environment), Of.Optional(Of.Text, "none"), (TrainingJobOptions o) => o.Environment, (o, v) => o with { Environment = v }),
        Of.Member(nameof(TrainingJobOptions.Compute), Of.Optional(Of.Text, "serverless"), (TrainingJobOptions o) => o.Compute, (o, v) => o with { Compute = v }),
        Of.Member(nameof(TrainingJobOptions.InstanceType), Of.Text, (TrainingJobOptions o) => o.InstanceType, (o, v) => o with { InstanceType = v }),
        Of.Member(nameof(TrainingJobOptions.InstanceCount), Of.Small(1, 100), (TrainingJobOptions o) => o.InstanceCount, (o, v) => o with { InstanceCount = v }),
        Of.Member(nameof(TrainingJobOptions.Autoscale), Autoscale, (TrainingJobOptions o) => o.Autoscale, (o, v) => o with { Autoscale = v }),
        Of.Member(nameof(TrainingJobOptions.ServingEnvironment), Of.Optional(Of.Text, "that of the deployment with the traffic"), (TrainingJobOptions o) => o.ServingEnvironment, (o, v) => o with { ServingEnvironment = v }),
        Of.Member(nameof(TrainingJobOptions.ServingCode), Of.Optional(Of.Text, "that of the deployment with the traffic"), (TrainingJobOptions o) => o.ServingCode, (o, v) => o with { ServingCode = v }),
        Of.Member(nameof(TrainingJobOptions.ServingScript), Of.Text, (TrainingJobOptions o) => o.ServingScript, (o, v) => o with { ServingScript = v }),
    ]);

    internal static ObjectForm<RetrainOptions> Retrain { get; } = new(
    [
        Of.Member(nameof(RetrainOptions.Job), Job, (RetrainOptions o) => o.Job, (o, v) => o with { Job = v }),
        Of.Member(nameof(RetrainOptions.Window), Of.Interval, (RetrainOptions o) => o.Window, (o, v) => o with { Window = v }),
        Of.Member(nameof(RetrainOptions.Holdout), Of.Chance, (RetrainOptions o) => o.Holdout, (o, v) => o with { Holdout = v }),
        Of.Member(nameof(RetrainOptions.Cooldown), Of.Duration, (RetrainOptions o) => o.Cooldown, (o, v) => o with { Cooldown = v }),
        Of.Member(nameof(RetrainOptions.MinimumNewLabels), Of.Count(0), (RetrainOptions o) => o.MinimumNewLabels, (o, v) => o with { MinimumNewLabels = v }),
        Of.Member(nameof(RetrainOptions.TimeLimit), Of.Interval, (RetrainOptions o) => o.TimeLimit, (o, v) => o with { TimeLimit = v }),
        Of.Member(nameof(RetrainOptions.Mode), new EnumForm<TrainingMode>(), (RetrainOptions o) => o.Mode, (o, v) => o with { Mode = v }),
        Of.Member(nameof(RetrainOptions.SearchTrials), Of.Small(1, 1000), (RetrainOptions o) => o.SearchTrials, (o, v) => o with { SearchTrials = v }),
        Of.Member(nameof(RetrainOptions.Attempts), Of.Small(1, 10), (RetrainOptions o) => o.Attempts, (o, v) => o with { Attempts = v }),
        Of.Member(nameof(RetrainOptions.RetryDelay), Of.Duration, (RetrainOptions o) => o.RetryDelay, (o, v) => o with { RetryDelay = v }),
    ]);

    internal static ObjectForm<GovernorOptions> Governor { get; } = new(
    [
        Of.Member(nameof(GovernorOptions.BudgetPerMonth), Of.Optional(Of.Money, "no limit"), (GovernorOptions o) => o.BudgetPerMonth, (o, v) => o with { BudgetPerMonth = v }),
        Of.Member(nameof(GovernorOptions.CostPerHour), Of.Money, (GovernorOptions o) => o.CostPerHour, (o, v) => o with { CostPerHour = v }),
        Of.Member(nameof(GovernorOptions.ApprovalAbove), Of.Optional(Of.Money, "never"), (GovernorOptions o) => o.ApprovalAbove, (o, v) => o with { ApprovalAbove = v }),
        Of.Member(nameof(GovernorOptions.ApprovePromotion), Of.Switch, (GovernorOptions o) => o.ApprovePromotion, (o, v) => o with { ApprovePromotion = v }),
        Of.Member(nameof(GovernorOptions.ApprovalTime), Of.Interval, (GovernorOptions o) => o.ApprovalTime, (o, v) => o with { ApprovalTime = v }),
        Of.Member(nameof(GovernorOptions.FailedChallengers), Of.Small(1, 100), (GovernorOptions o) => o.FailedChallengers, (o, v) => o with { FailedChallengers = v }),
    ]);
}
