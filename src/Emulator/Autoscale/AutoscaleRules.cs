using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What an autoscale setting must have, as Azure Monitor's definition of it says.</summary>
internal static class AutoscaleRules
{
    private static readonly string[] s_capacity = ["minimum", "maximum", "default"];

    private static readonly string[] s_trigger = ["metricName", "metricResourceUri", "timeGrain", "statistic", "timeWindow", "timeAggregation", "operator"];

    private static readonly string[] s_action = ["direction", "type", "cooldown"];

    /// <summary>What is wrong; null when nothing is.</summary>
    internal static string? Refuse(JsonObject setting)
    {
        if (Text(setting["location"]) is null) return "An autoscale setting needs a location. Without it Azure does not know where to keep it. Add one.";
        if (Text(setting["properties"]?["targetResourceUri"]) is null) return "'properties.targetResourceUri' is missing. Nothing would be scaled. Name a deployment.";
        if (setting["properties"]?["profiles"] is not JsonArray { Count: > 0 } profiles) return "'properties.profiles' is missing or empty. There would be nothing to go by. Add one.";
        return profiles.Select(Profile).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? Profile(JsonNode? profile)
    {
        if (Lacks(profile?["capacity"], s_capacity) is { } word) return $"'capacity.{word}' of a profile is missing or no text. The numbers of machines are texts. Add it, as in \"1\".";
        if (!int.TryParse(Text(profile!["capacity"]!["minimum"]), out int least) || !int.TryParse(Text(profile["capacity"]!["maximum"]), out int most) || least > most)
            return "'capacity' of a profile has a minimum above its maximum, or one that is no number. No number of machines would do. Mend it.";
        if (profile["rules"] is not JsonArray rules) return "'rules' of a profile is missing. Add a list, empty if need be.";
        return rules.Select(Rule).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? Rule(JsonNode? rule)
    {
        if (Lacks(rule?["metricTrigger"], s_trigger) is { } trigger) return $"'metricTrigger.{trigger}' of a rule is missing. It would not know what to measure. Add it.";
        if (rule!["metricTrigger"]!["threshold"]?.GetValueKind() != System.Text.Json.JsonValueKind.Number) return "'metricTrigger.threshold' of a rule is no number. Nothing would be above or below it. Add one.";
        return Lacks(rule["scaleAction"], s_action) is { } action ? $"'scaleAction.{action}' of a rule is missing. It would not know what to do. Add it." : null;
    }

    private static string? Lacks(JsonNode? part, string[] words) => words.FirstOrDefault(word => part is not JsonObject || Text(part[word]) is null);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
