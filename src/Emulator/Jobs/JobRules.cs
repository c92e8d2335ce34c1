using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Homeostat.Emulator;

/// <summary>What a job's body must look like, and what of it may change.</summary>
internal static partial class JobRules
{
    internal static readonly string[] Changeable = ["description", "tags", "displayName", "properties", "isArchived"];

    [GeneratedRegex(@"\$\{\{\s*(?<side>inputs|outputs)\.(?<name>[A-Za-z0-9_]+)\s*\}\}")]
    internal static partial Regex Placeholder { get; }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Member { get; }

    internal static ArmAnswer? Refuse(JsonObject body)
    {
        if (body["properties"] is not JsonObject properties) return ArmAnswer.BadRequest("The job has no 'properties'. There is nothing to run. Send the whole job.");
        if (!"Command".Equals(EndpointRules.Text(properties["jobType"]), StringComparison.OrdinalIgnoreCase))
            return ArmAnswer.BadRequest($"'properties.jobType' is {EndpointRules.Quoted(properties["jobType"])}. Only command jobs are emulated. Use Command.");
        if (EndpointRules.Text(properties["command"]) is not { } command) return ArmAnswer.BadRequest("The job has no 'properties.command'. There is nothing to run. Write a command line.");
        foreach (string side in (string[])["inputs", "outputs"])
            if (RefuseNames(properties, side) is { } wrong) return wrong;
        if (properties["limits"]?["timeout"] is { } timeout && Dates.Duration(EndpointRules.Text(timeout)) is not { Ticks: > 0 })
            return ArmAnswer.BadRequest($"'properties.limits.timeout' is {EndpointRules.Quoted(timeout)}. The job's end could not be told. Use an ISO 8601 duration, as PT2H.");
        var unknown = Placeholder.Matches(command).FirstOrDefault(match => (properties[match.Groups["side"].Value] as JsonObject)?.ContainsKey(match.Groups["name"].Value) != true);
        return unknown is null ? null : ArmAnswer.BadRequest($"The command has '{unknown.Value}', which the job does not have. It would run with a hole. Add it to '{unknown.Groups["side"].Value}'.");
    }

    internal static JsonObject Written(JsonObject body) => ResourceText.Written(body, "status", "services");

    /// <summary>A member that must not change and did; null when there is none.</summary>
    internal static string? Changed(JsonObject before, JsonObject after)
    {
        JsonObject was = before["properties"]!.AsObject(), now = after["properties"]!.AsObject();
        return was.Concat(now).Select(member => member.Key).Distinct()
            .FirstOrDefault(name => !Changeable.Contains(name) && !JsonNode.DeepEquals(was[name], now[name]));
    }

    // Names become folders and variables.
    private static ArmAnswer? RefuseNames(JsonObject properties, string side)
    {
        if (properties[side] is not { } given) return null;
        if (given is not JsonObject named) return ArmAnswer.BadRequest($"'properties.{side}' is {EndpointRules.Quoted(given)}. {side} are told by name. Write an object.");
        string? odd = named.Select(member => member.Key).FirstOrDefault(name => !Member.IsMatch(name));
        return odd is null ? null : ArmAnswer.BadRequest($"'properties.{side}.{odd}' is no name. A command could not refer to it. Use letters, digits and '_', the first no digit.");
    }
}
