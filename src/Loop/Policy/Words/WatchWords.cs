using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What a policy is about.</summary>
internal static class WatchWords
{
    private static readonly (ColumnRole Role, string Words)[] s_roles =
    [
        (ColumnRole.Label, "the label"), (ColumnRole.Prediction, "the prediction"), (ColumnRole.Score, "a score"), (ColumnRole.Id, "the id that late labels are joined by"),
        (ColumnRole.Time, "the time"), (ColumnRole.Weight, "the weight"),
    ];

    internal static string Of(ModelPolicy policy) => Say.Sentences(
        $"this policy keeps the model {policy.Model}, which the endpoint {policy.Endpoint} serves.",
        policy.Description is { } description ? $"Its description: {description.Trim().TrimEnd('.')}." : null,
        $"batches dropped for {policy.Model} are compared with the data that its champion was trained on, column by column.",
        Collector(policy.Collector),
        Roles(policy.Schema));

    private static string Collector(CollectorOptions collector)
    {
        string closed = collector.Grace == TimeSpan.Zero ? "as soon as it is over" : $"{DurationWords.Of(collector.Grace)} after its end";
        return $"where a data collector logs {(collector.Payloads ? "whole requests and responses" : "requests")}, an hour of them becomes a batch {closed}; hours older than {DurationWords.Of(collector.Horizon)} are let be.";
    }

    private static string Roles(SchemaOverrides schema)
    {
        var told = s_roles.SelectMany(role => schema.Columns.Where(column => column.Role == role.Role).Select(column => $"{Words.Quoted(column.Name)} is {role.Words}")).ToList();
        var ignored = schema.Columns.Where(column => column.Role == ColumnRole.Ignored).Select(column => Words.Quoted(column.Name)).ToList();
        if (ignored.Count > 0) told.Add($"{Say.All(ignored)} {(ignored.Count == 1 ? "is" : "are")} left out");
        string rest = "types and roles that the policy does not give are inferred from the training data";
        return told.Count == 0 ? $"{rest}." : $"{Say.All(told)}; {rest}.";
    }
}
