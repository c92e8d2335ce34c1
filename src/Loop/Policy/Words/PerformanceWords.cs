using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>When performance is lost.</summary>
internal static class PerformanceWords
{
    internal static string Of(ModelPolicy policy)
    {
        var performance = policy.Judge.Performance;
        if (policy.Schema.Columns.All(column => column.Role != ColumnRole.Label))
            return "No column is given the role label. Without labels performance is not judged, nothing is retrained and no challenger compared.";
        var metric = MetricWords.Meant(performance.Metric, policy);
        return Say.Sentences(
            $"labels may come late; each time they do, {MetricWords.Of(metric)} over the labelled rows of the last {DurationWords.Of(performance.Window)} is held against the champion's baseline.",
            $"it is lost when, with {Say.Percent(performance.Confidence)} confidence, it is worse by over {MetricWords.Margin(performance.Margin, metric, "the baseline")}; "
                + $"with fewer than {Say.Count(performance.MinimumRows, "labelled row")} nothing is said.",
            $"a label file that contradicts itself on over {Say.Percent(policy.Labels.MaximumConflicts)} of its ids goes to quarantine; that over {Say.Percent(policy.Labels.MaximumUnknown)} of them belong to no prediction is told.");
    }
}
